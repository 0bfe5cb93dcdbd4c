using System.Text;
using Certification.Signing.Log;
using Certification.Storage.Blobs;
using Certification.Testing;
using Xunit;

namespace Certification.Storage.Tests.Blobs;

public sealed class BlobLogStoreTests(AzuriteFixture azurite)
{
    private const string Origin = "xa.example/log";
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static readonly Ed25519NoteSigner Key = new(Origin, new byte[32]);
    private static readonly LogPolicy Policy = new([Key.Verifier], [], 0);

    [Fact]
    public async Task Writers_at_once_lose_no_entry_and_anybody_verifies_the_public_files()
    {
        var storage = await azurite.NewStorage();
        var batches = await Task.WhenAll(Enumerable.Range(0, 4).Select(async writer =>
        {
            var log = new TransparencyLog(Origin, new BlobLogStore(storage), [Key]);
            return await log.AppendAsync([.. Enumerable.Range(0, 70).Select(n => Entry(writer, n))], Stop);
        }));

        using var http = new HttpClient { BaseAddress = new Uri(new PublicBlobs(storage).UriOf("log/checkpoint"), ".") };
        var checkpoint = Policy.Open(await http.GetStringAsync("checkpoint", Stop), out _)!.Checkpoint;
        Assert.Equal(280UL, checkpoint.Size);
        var tree = new TreeReader(280, path => http.GetByteArrayAsync(path.ToString(), Stop));
        foreach (var (writer, batch) in batches.Index())
        {
            var proof = await tree.ProveInclusionAsync(batch.First + 69);
            Assert.True(proof.Holds(MerkleHash.Leaf(Entry(writer, 69).Span), checkpoint.Root.Span));
            var grew = await tree.ProveConsistencyAsync(batch.Checkpoint.Size);
            Assert.True(grew.Holds(batch.Checkpoint.Root.Span, checkpoint.Root.Span));
        }
    }

    [Fact]
    public async Task A_head_is_replaced_only_by_who_read_it()
    {
        var store = new BlobLogStore(await azurite.NewStorage());
        Assert.True(await store.ReplaceAsync(LogPaths.Head, "one"u8.ToArray(), null, Stop));
        var one = await store.ReadAsync(LogPaths.Head, Stop);
        Assert.True(await store.ReplaceAsync(LogPaths.Head, "two"u8.ToArray(), one!.Version, Stop));
        Assert.False(await store.ReplaceAsync(LogPaths.Head, "three"u8.ToArray(), one.Version, Stop));
        Assert.False(await store.ReplaceAsync(LogPaths.Head, "four"u8.ToArray(), null, Stop));
        Assert.True(await store.ReplaceAsync(LogPaths.Head, "two"u8.ToArray(), one.Version, Stop), "a repeated request meets its own write");
        Assert.Equal("two", Encoding.UTF8.GetString((await store.ReadAsync(LogPaths.Head, Stop))!.Content));
    }

    [Fact]
    public async Task What_is_staged_nobody_else_sees()
    {
        var storage = await azurite.NewStorage();
        await new TransparencyLog(Origin, new BlobLogStore(storage), [Key]).AppendAsync([Entry(0, 0)], Stop);
        Assert.Null(await new PublicBlobs(storage).Find("log/head", Stop));
        Assert.NotNull(await new PublicBlobs(storage).Find("log/tile/entries/000.p/1", Stop));
    }

    private static ReadOnlyMemory<byte> Entry(int writer, int number) => Encoding.UTF8.GetBytes($"writer {writer} entry {number}");
}
