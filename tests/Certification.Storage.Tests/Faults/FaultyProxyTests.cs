using Certification.Storage.Blobs;
using Certification.Storage.Tests.Changes;
using Certification.Testing;
using Certification.Testing.Faults;
using Xunit;

namespace Certification.Storage.Tests.Faults;

public sealed class FaultyProxyTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Changes_and_blobs_come_through_a_bad_line_exactly_once()
    {
        await using var proxy = FaultyProxy.Start(azurite.ConnectionString, seed: 3, rate: 0.2);
        var settings = new StorageClientSettings { MaxRetries = 12, RetryDelay = TimeSpan.FromMilliseconds(1) };
        var storage = AuthorityStorage.Open(
            StorageAddress.FromConnectionString(proxy.ConnectionString), AzuriteFixture.NewPrefix(), settings);
        await storage.CreateMissing(Stop);
        var store = new SubjectStoreUnderTest(storage);

        for (var n = 0; n < 15; n++)
        {
            await store.Subjects.Change<Counter>("counter:a", $"op-{n}", Counter.IncrementAndTell, cancellation: Stop);
            await new PublicBlobs(storage).PutOnce($"file-{n}", [(byte)n], "text/plain", Stop);
        }

        await store.Outbox.Sweep(DateTimeOffset.UtcNow, Stop);
        Assert.Equal(15, (await store.Subjects.Find<Counter>("counter:a", Stop))!.State.Value);
        Assert.Equal(15, await store.Subjects.ReadAudit("counter:a", Stop).CountAsync(Stop));
        Assert.Equal([7], (await new PublicBlobs(storage).Find("file-7", Stop))!.Content);
        Assert.True(proxy.Faults > 10, "The bad line was a good one.");
    }

    [Fact]
    public async Task A_good_line_changes_nothing()
    {
        await using var proxy = FaultyProxy.Start(azurite.ConnectionString, seed: 3, rate: 0);
        var storage = AuthorityStorage.Open(
            StorageAddress.FromConnectionString(proxy.ConnectionString), AzuriteFixture.NewPrefix());
        await storage.CreateMissing(Stop);

        var put = await new PublicBlobs(storage).PutOnce("file", new byte[300_000], "text/plain", Stop);
        var found = await new PublicBlobs(storage).Find("file", Stop);

        Assert.Equal(put.Value!.ETag, found!.ETag);
        Assert.Equal(300_000, found.Content.Length);
        Assert.Null(await new PublicBlobs(storage).Find("none", Stop));
    }
}
