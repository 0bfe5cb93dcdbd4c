using System.Buffers.Binary;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Certification.Bench.Harness;
using Certification.Signing.Log;
using Certification.Testing.Certificates;

namespace Certification.Bench.Signing;

/// <summary>A log of a million entries of 200 bytes: building it, tiles and bundles included, against the bare hashes that its tree
/// has; and checking an inclusion proof of it against one P-256 check.</summary>
public sealed class LogInMemory : IBenchmark
{
    private const int Entries = 1_000_000;
    private const int EntryLength = 200;
    private const int Batch = 1_000;

    /// <inheritdoc/>
    public string Name => "build a log of a million entries";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<BenchResult>> Run(BenchStorage storage)
    {
        var tiles = new Dictionary<TilePath, byte[]>();
        var root = Build(tiles);
        var proof = await new TreeReader(Entries, path => Task.FromResult(tiles[path])).ProveInclusionAsync(123_456);
        var leaf = MerkleHash.Leaf(Entry(123_456));
        using var authority = new SampleAuthority();
        using var key = authority.Keys.Issuing.Certificate.GetECDsaPublicKey()!;
        var digest = new byte[32];
        var signature = await authority.Keys.Issuing.SignAsync(digest);
        return
        [
            await new Comparison(Name, "its bare hashes", "entries/s", 0.5, Direction.AtLeast).Run(
                () => Rate(HashBare), () => Rate(() => Build([]))),
            await new Comparison("check a log proof", "one P-256 check", "us", 0.3, Direction.AtMost).Run(
                () => CertificateAtHand.Time(() => Require(key.VerifyHash(digest, signature))),
                () => CertificateAtHand.Time(() => Require(proof.Holds(leaf, root)))),
        ];
    }

    private static byte[] Build(Dictionary<TilePath, byte[]> tiles)
    {
        var edge = TreeEdge.Empty;
        for (var first = 0; first < Entries; first += Batch)
        {
            var growth = edge.Append([.. Enumerable.Range(first, Batch).Select(n => (ReadOnlyMemory<byte>)Entry(n))]);
            edge = growth.Edge;
            foreach (var tile in growth.Tiles)
            {
                tiles[tile.Path] = tile.Content;
            }
        }

        return edge.Root();
    }

    // One hash for each entry and one for each inner node, of the lengths that they have.
    private static void HashBare()
    {
        Span<byte> hash = stackalloc byte[32];
        var (entry, node) = (new byte[EntryLength + 1], new byte[65]);
        for (var n = 0; n < Entries; n++)
        {
            SHA256.HashData(entry, hash);
            SHA256.HashData(node, hash);
        }
    }

    private static byte[] Entry(int number)
    {
        var entry = new byte[EntryLength];
        BinaryPrimitives.WriteInt32BigEndian(entry, number);
        return entry;
    }

    private static Task<double> Rate(Action build)
    {
        var start = Stopwatch.GetTimestamp();
        build();
        return Task.FromResult(Entries / Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private static ValueTask Require(bool holds) =>
        holds ? ValueTask.CompletedTask : throw new InvalidOperationException("What is measured must verify.");
}
