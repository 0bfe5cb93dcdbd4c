using System.Text;
using Certification.Signing.Log;
using Certification.Storage;
using Certification.Storage.Blobs;
using Certification.Workflows.Activities.Log;

namespace Certification.Workflows.Tests.Activities;

/// <summary>An authority's log as one process has it.</summary>
internal sealed class OpenedLog : IAsyncDisposable
{
    internal const string Origin = "xa.example/log";
    private static readonly Ed25519NoteSigner Key = new(Origin, new byte[32]);
    private readonly BlobLogStore _files;
    private readonly LogBatcher _batcher;

    internal OpenedLog(AuthorityStorage storage)
    {
        _files = new BlobLogStore(storage);
        var log = new TransparencyLog(Origin, _files, [Key]);
        _batcher = new LogBatcher(log, TimeProvider.System, TimeSpan.Zero);
        Authority = new AuthorityLog(log, _batcher, new CosignedCheckpoint(Origin, _files), new LogPlaces(storage));
    }

    internal static LogPolicy Policy { get; } = new([Key.Verifier], [], 0);

    internal AuthorityLog Authority { get; }

    /// <summary>The entries of the published log; its checkpoint is signed, and its tiles prove each of them.</summary>
    internal async Task<List<string>> Entries(CancellationToken stop)
    {
        var note = Encoding.UTF8.GetString((await _files.ReadAsync(LogPaths.Checkpoint, stop))!.Content);
        var checkpoint = Policy.Open(note, out _)!.Checkpoint;
        if (checkpoint.Size == 0) return [];
        async Task<byte[]> Read(TilePath path) => (await _files.ReadAsync(path.ToString(), stop))!.Content;
        var bundle = EntryBundle.Read(await Read(TilePath.Holding(TilePath.Entries, 0, checkpoint.Size)));
        var tree = new TreeReader(checkpoint.Size, Read);
        foreach (var (index, entry) in bundle.Index())
        {
            Assert.True((await tree.ProveInclusionAsync((ulong)index)).Holds(MerkleHash.Leaf(entry.Span), checkpoint.Root.Span));
        }
        return [.. bundle.Select(entry => Encoding.UTF8.GetString(entry.Span))];
    }

    public ValueTask DisposeAsync() => _batcher.DisposeAsync();
}
