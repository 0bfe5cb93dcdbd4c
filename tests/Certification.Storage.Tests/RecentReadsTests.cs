using Xunit;

namespace Certification.Storage.Tests;

public sealed class RecentReadsTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private int _reads;

    [Fact]
    public async Task What_was_read_a_moment_ago_is_not_read_again()
    {
        var recent = new RecentReads<int>(TimeSpan.FromHours(1));
        Assert.Equal(1, await recent.Get("a", Read, Stop));
        Assert.Equal(1, await recent.Get("a", Read, Stop));
        Assert.Equal(2, await recent.Get("b", Read, Stop));
    }

    [Fact]
    public async Task What_was_written_here_is_read_anew()
    {
        var recent = new RecentReads<int>(TimeSpan.FromHours(1));
        await recent.Get("a", Read, Stop);
        recent.Forget("a");
        Assert.Equal(2, await recent.Get("a", Read, Stop));
    }

    [Fact]
    public async Task What_is_old_is_read_anew()
    {
        var recent = new RecentReads<int>(TimeSpan.Zero);
        await recent.Get("a", Read, Stop);
        Assert.Equal(2, await recent.Get("a", Read, Stop));
    }

    [Fact]
    public async Task A_read_that_failed_is_not_kept()
    {
        var recent = new RecentReads<int>(TimeSpan.FromHours(1));
        await Assert.ThrowsAsync<IOException>(() => recent.Get("a", () => Task.FromException<int>(new IOException()), Stop));
        Assert.Equal(1, await recent.Get("a", Read, Stop));
    }

    private Task<int> Read() => Task.FromResult(++_reads);
}
