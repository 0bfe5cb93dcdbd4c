using System.Text;
using Certification.Signing.Log;
using Xunit;

namespace Certification.Signing.Tests.Log;

/// <summary>A log with keys of its own, and the check that a stranger makes of all of it.</summary>
internal sealed class SampleLog(ILogStore store)
{
    public const string Origin = "xa.example/log";

    private static readonly byte[] Seed = [.. Enumerable.Range(1, 32).Select(n => (byte)n)];

    /// <summary>The log's key.</summary>
    public static Ed25519NoteSigner Key { get; } = new(Origin, Seed);

    /// <summary>Believes this log, without witnesses.</summary>
    public static LogPolicy Policy { get; } = new([Key.Verifier], [], 0);

    /// <summary>A process that writes it.</summary>
    public TransparencyLog Open() => new(Origin, store, [Key]);

    /// <summary>Reads the published log as a stranger: the checkpoint is signed, the entries have its root, and the tiles prove
    /// each of them.</summary>
    /// <returns>The entries.</returns>
    public async Task<List<string>> CheckAsync()
    {
        var note = Encoding.UTF8.GetString((await store.ReadAsync(LogPaths.Checkpoint, default))!.Content);
        var checkpoint = Policy.Open(note, out var fault)?.Checkpoint;
        Assert.Null(fault);
        var entries = new List<ReadOnlyMemory<byte>>();
        while ((ulong)entries.Count < checkpoint!.Size)
        {
            entries.AddRange(EntryBundle.Read(await ReadAsync(TilePath.Holding(TilePath.Entries, (ulong)entries.Count, checkpoint.Size))));
        }

        Assert.Equal(checkpoint.Size, (ulong)entries.Count);
        Assert.Equal(checkpoint.Root.ToArray(), PlainTree.Root(entries));
        var tree = new TreeReader(checkpoint.Size, ReadAsync);
        foreach (var (index, entry) in entries.Index())
        {
            Assert.True((await tree.ProveInclusionAsync((ulong)index)).Holds(MerkleHash.Leaf(entry.Span), checkpoint.Root.Span));
        }

        return [.. entries.Select(entry => Encoding.UTF8.GetString(entry.Span))];
    }

    private async Task<byte[]> ReadAsync(TilePath path) => (await store.ReadAsync(path.ToString(), default))!.Content;
}
