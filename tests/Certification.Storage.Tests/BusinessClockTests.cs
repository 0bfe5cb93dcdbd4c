using Certification.Testing;
using Certification.Testing.Faults;
using Xunit;

namespace Certification.Storage.Tests;

public sealed class BusinessClockTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_advance_survives_a_restart()
    {
        var storage = await azurite.NewStorage();
        var clock = await BusinessClock.Open(storage, mayAdvance: true, cancellation: Stop);

        await clock.Advance(TimeSpan.FromDays(30), Stop);
        await clock.Advance(TimeSpan.FromDays(1), Stop);

        Assert.Equal(TimeSpan.FromDays(31), (await BusinessClock.Open(storage, mayAdvance: false, cancellation: Stop)).Offset);
    }

    [Fact]
    public async Task Listeners_are_told_of_an_advance_once()
    {
        var clock = await BusinessClock.Open(await azurite.NewStorage(), mayAdvance: true, cancellation: Stop);
        var told = new List<TimeSpan>();
        clock.Advanced += () => told.Add(clock.Offset);

        await clock.Advance(TimeSpan.FromDays(1), Stop);
        await clock.Refresh(Stop);

        Assert.Equal([TimeSpan.FromDays(1)], told);
    }

    [Fact]
    public async Task An_advance_whose_reply_was_lost_is_not_made_twice()
    {
        var storage = await azurite.NewStorage(new StorageClientSettings { PerAttempt = new ReplyLostOnce(write: 1) });
        var clock = await BusinessClock.Open(storage, mayAdvance: true, cancellation: Stop);

        await clock.Advance(TimeSpan.FromDays(1), Stop);

        Assert.Equal(TimeSpan.FromDays(1), clock.Offset);
    }

    [Fact]
    public async Task Outside_Development_the_clock_does_not_move()
    {
        var clock = await BusinessClock.Open(await azurite.NewStorage(), mayAdvance: false, cancellation: Stop);

        await Assert.ThrowsAsync<InvalidOperationException>(() => clock.Advance(TimeSpan.FromDays(1), Stop));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task The_clock_never_goes_back(int days)
    {
        var clock = await BusinessClock.Open(await azurite.NewStorage(), mayAdvance: true, cancellation: Stop);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => clock.Advance(TimeSpan.FromDays(days), Stop));
    }
}
