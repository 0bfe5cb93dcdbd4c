using Certification.Storage.Outbox;
using Certification.Storage.Tests.Changes;
using Certification.Testing;
using Certification.Testing.Faults;
using Xunit;

namespace Certification.Storage.Tests.Outbox;

public sealed class OutboxDispatcherTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_delivered_before_the_change_is_answered_and_only_once()
    {
        var store = new SubjectStoreUnderTest(await azurite.NewStorage());

        await store.Subjects.Change<Counter>("counter:a", "op-1", Counter.IncrementAndTell, cancellation: Stop);
        await store.Outbox.Sweep(DateTimeOffset.UtcNow, Stop);

        Assert.Equal("message-1", Assert.Single(store.Told).Message.Id);
        Assert.Equal(new Counter(1), store.Told[0].Payload<Counter>());
    }

    [Fact]
    public async Task Messages_of_one_subject_come_in_order_with_rising_sequence()
    {
        var store = new SubjectStoreUnderTest(await azurite.NewStorage());

        for (var n = 1; n <= 11; n++)
        {
            await store.Subjects.Change<Counter>("counter:a", $"op-{n}", Counter.IncrementAndTell, cancellation: Stop);
        }

        Assert.Equal(Enumerable.Range(1, 11).Select(n => (long)n), store.Told.Select(told => told.Sequence));
    }

    [Fact]
    public async Task A_delivery_that_fails_leaves_the_change_standing_is_reported_and_waits_for_the_sweep()
    {
        var storage = await azurite.NewStorage();
        var store = new SubjectStoreUnderTest(storage) { BeforeTold = _ => throw new IOException("receiver is down") };

        var change = await store.Subjects.Change<Counter>("counter:a", "op-1", Counter.IncrementAndTell, cancellation: Stop);
        store.BeforeTold = null;
        var swept = await store.Outbox.Sweep(DateTimeOffset.UtcNow, Stop);

        Assert.True(change.Succeeded);
        Assert.Equal("receiver is down", Assert.Single(store.Failures).Error.Message);
        Assert.Equal(1, swept);
        Assert.Single(store.Told);
    }

    [Fact]
    public async Task A_message_without_a_handler_is_reported_with_its_kind_and_kept()
    {
        var storage = await azurite.NewStorage();
        var failures = new List<Exception>();
        var deaf = new OutboxDispatcher(storage, (_, error) => failures.Add(error));
        await new Storage.Changes.Subjects(storage, deaf)
            .Change<Counter>("counter:a", "op-1", Counter.IncrementAndTell, cancellation: Stop);

        var hearing = new SubjectStoreUnderTest(storage);
        await hearing.Outbox.Sweep(DateTimeOffset.UtcNow, Stop);

        Assert.Contains("'told'", Assert.Single(failures).Message);
        Assert.Single(hearing.Told);
    }

    [Fact]
    public async Task After_a_crash_at_any_write_of_a_change_the_sweep_delivers_exactly_what_was_written()
    {
        for (var write = 1; ; write++)
        {
            foreach (var after in (bool[])[false, true])
            {
                var (prefix, crash) = (AzuriteFixture.NewPrefix(), new CrashAtWrite(write, after));
                await AuthorityStorage.Open(azurite.Address, prefix).CreateMissing(Stop);
                var dying = new SubjectStoreUnderTest(
                    AuthorityStorage.Open(azurite.Address, prefix, new StorageClientSettings { PerAttempt = crash }));
                await Record.ExceptionAsync(
                    () => dying.Subjects.Change<Counter>("counter:a", "op-1", Counter.IncrementAndTell, cancellation: Stop));
                if (!crash.Happened)
                {
                    Assert.True(write > 4, "A change with a message makes at least four writes.");
                    return;
                }

                var restarted = new SubjectStoreUnderTest(AuthorityStorage.Open(azurite.Address, prefix));
                await restarted.Outbox.Sweep(DateTimeOffset.UtcNow, Stop);

                var written = await restarted.Subjects.Find<Counter>("counter:a", Stop) is not null;
                var told = dying.Told.Concat(restarted.Told).Select(delivery => delivery.Message.Id).Distinct();
                Assert.Equal(written ? 1 : 0, told.Count());
            }
        }
    }

    [Fact]
    public async Task A_note_of_a_change_that_was_never_written_is_kept_for_an_hour_and_then_dropped()
    {
        var prefix = AzuriteFixture.NewPrefix();
        var storage = AuthorityStorage.Open(azurite.Address, prefix);
        await storage.CreateMissing(Stop);
        var settings = new StorageClientSettings { PerAttempt = new CrashAtWrite(2, after: false) };
        var dying = new SubjectStoreUnderTest(AuthorityStorage.Open(azurite.Address, prefix, settings));
        await Assert.ThrowsAsync<SimulatedCrashException>(
            () => dying.Subjects.Change<Counter>("counter:a", "op-1", Counter.IncrementAndTell, cancellation: Stop));
        var outbox = new SubjectStoreUnderTest(storage).Outbox;

        await outbox.Sweep(DateTimeOffset.UtcNow, Stop);
        var notesAtFirst = await Notes(storage);
        await outbox.Sweep(DateTimeOffset.UtcNow.AddHours(2), Stop);

        Assert.Equal((1, 0), (notesAtFirst, await Notes(storage)));
    }

    private static async Task<int> Notes(AuthorityStorage storage) =>
        await new PendingChanges(storage).All(Stop).CountAsync(Stop);
}
