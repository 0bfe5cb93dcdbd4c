using System.Numerics;

namespace Certification.Signing.Log;

/// <summary>A tile with its content.</summary>
public sealed record Tile(TilePath Path, byte[] Content);

/// <summary>A tree that grew: the new right edge, and the tiles that a log of the new size publishes and one of the old did not.</summary>
public sealed record TreeGrowth(TreeEdge Edge, IReadOnlyList<Tile> Tiles);

/// <summary>The right edge of a tree: the partial tile of each level. It is all that one needs to append, and says the root.
/// Immutable.</summary>
public sealed class TreeEdge
{
    private readonly byte[][] _levels;

    private TreeEdge(ulong size, byte[] bundle, byte[][] levels) => (Size, Bundle, _levels) = (size, bundle, levels);

    /// <summary>A tree without entries.</summary>
    public static TreeEdge Empty { get; } = new(0, [], []);

    /// <summary>Number of entries.</summary>
    public ulong Size { get; }

    /// <summary>The partial bundle of entries; empty when the last one is full.</summary>
    internal byte[] Bundle { get; }

    /// <summary>The edge of a tree of this size out of its published tiles.</summary>
    /// <exception cref="InvalidDataException">A tile has another length than the size says.</exception>
    public static async Task<TreeEdge> ReadAsync(ulong size, Func<TilePath, Task<byte[]>> read)
    {
        var levels = new List<byte[]>();
        for (var (level, count) = (0, size); count > 0; level++, count >>= 8)
        {
            var width = (int)(count % TilePath.FullWidth);
            var tile = width == 0 ? [] : await read(new(level, count / TilePath.FullWidth, width));
            levels.Add(tile.Length == width * MerkleHash.Length
                ? tile
                : throw new InvalidDataException($"Tile {new TilePath(level, count / TilePath.FullWidth, width)} has {tile.Length} bytes."));
        }

        var entries = (int)(size % TilePath.FullWidth);
        return new(size, entries == 0 ? [] : await read(new(TilePath.Entries, size / TilePath.FullWidth, entries)), [.. levels]);
    }

    /// <summary>The root hash (RFC 6962 §2.1): the complete subtrees of the edge, folded from the smallest on.</summary>
    public byte[] Root()
    {
        byte[]? root = null;
        foreach (var tile in _levels)
        {
            var count = tile.Length / MerkleHash.Length;
            for (var rest = count; rest > 0;)
            {
                var width = 1 << BitOperations.TrailingZeroCount(rest);
                var peak = MerkleHash.OfComplete(tile.AsSpan((rest - width) * MerkleHash.Length, width * MerkleHash.Length));
                root = root is null ? peak : MerkleHash.Node(peak, root);
                rest -= width;
            }
        }

        return root ?? MerkleHash.Empty();
    }

    /// <summary>The tree with these entries after its own.</summary>
    /// <exception cref="ArgumentException">An entry is longer than <see cref="EntryBundle.LongestEntry"/>.</exception>
    public TreeGrowth Append(IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        var growing = new GrowingTree(Size, Bundle, _levels);
        foreach (var entry in entries)
        {
            growing.Append(entry.Span);
        }

        var tiles = growing.Finish(out var bundle, out var levels);
        return new(new(Size + (ulong)entries.Count, bundle, levels), tiles);
    }
}
