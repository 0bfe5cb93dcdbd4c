using System.Numerics;

namespace Certification.Signing.Log;

/// <summary>Computes proofs of a tree out of its tiles. Each tile is read once. The tiles are not trusted: a proof that they
/// make has to hold against the root of a signed checkpoint.</summary>
/// <param name="treeSize">Size of a checkpoint that the log has published: only then are its partial tiles there.</param>
/// <param name="read">Fetches a tile.</param>
public sealed class TreeReader(ulong treeSize, Func<TilePath, Task<byte[]>> read)
{
    private readonly Dictionary<TilePath, byte[]> _tiles = [];

    /// <summary>Proves that an entry is in the tree.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tree has no such entry.</exception>
    /// <exception cref="InvalidDataException">A tile is too short.</exception>
    public async Task<InclusionProof> ProveInclusionAsync(ulong index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, treeSize);
        var path = new List<byte[]>();
        var (from, to) = (0UL, treeSize);
        while (to - from > 1)
        {
            var middle = from + LargestPowerBelow(to - from);
            var isLeft = index < middle;
            path.Add(isLeft ? await RootAsync(middle, to) : await RootAsync(from, middle));
            (from, to) = isLeft ? (from, middle) : (middle, to);
        }

        path.Reverse();
        return new(index, treeSize, path);
    }

    /// <summary>Proves that the tree of an older checkpoint is the beginning of this one.</summary>
    /// <param name="oldSize">1 to the size of this tree.</param>
    public async Task<ConsistencyProof> ProveConsistencyAsync(ulong oldSize)
    {
        ArgumentOutOfRangeException.ThrowIfZero(oldSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, treeSize);
        var path = new List<byte[]>();
        var (from, to, isWhole) = (0UL, treeSize, true);
        while (oldSize < to)
        {
            var middle = from + LargestPowerBelow(to - from);
            if (oldSize <= middle)
            {
                path.Add(await RootAsync(middle, to));
                to = middle;
            }
            else
            {
                path.Add(await RootAsync(from, middle));
                (from, isWhole) = (middle, false);
            }
        }

        // The old tree's own last subtree, unless it is the whole old tree, whose root the verifier has.
        if (!isWhole)
        {
            path.Add(await RootAsync(from, to));
        }

        path.Reverse();
        return new(oldSize, treeSize, path);
    }

    /// <summary>Root of the entries from one index up to, not including, another; the first is a multiple of the largest power of
    /// two in the range.</summary>
    private async Task<byte[]> RootAsync(ulong from, ulong to)
    {
        var count = to - from;
        if (BitOperations.IsPow2(count))
        {
            var level = BitOperations.TrailingZeroCount(count);
            return await NodeAsync(level, from >> level);
        }

        var middle = from + LargestPowerBelow(count);
        var left = await RootAsync(from, middle);
        var right = await RootAsync(middle, to);
        return MerkleHash.Node(left, right);
    }

    /// <summary>A node of the tree, below which everything is complete.</summary>
    private async Task<byte[]> NodeAsync(int level, ulong position)
    {
        // Of eight levels only the lowest is written down; the others are hashed from it.
        var (row, above) = (level / 8, level % 8);
        var first = position << above;
        var tile = await TileAsync(TilePath.Holding(row, first, treeSize));
        var at = (int)(first % TilePath.FullWidth) * MerkleHash.Length;
        return MerkleHash.OfComplete(tile.AsSpan(at, MerkleHash.Length << above));
    }

    private async Task<byte[]> TileAsync(TilePath path)
    {
        if (!_tiles.TryGetValue(path, out var tile))
        {
            tile = await read(path);
            _tiles[path] = tile.Length == path.Width * MerkleHash.Length
                ? tile
                : throw new InvalidDataException($"Tile {path} has {tile.Length} bytes, not {path.Width * MerkleHash.Length}.");
        }

        return tile;
    }

    private static ulong LargestPowerBelow(ulong count) => 1UL << (63 - BitOperations.LeadingZeroCount(count - 1));
}
