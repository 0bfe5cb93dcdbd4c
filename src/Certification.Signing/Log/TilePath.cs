using System.Globalization;
using System.Text;

namespace Certification.Signing.Log;

/// <summary>Where a tile is published, below the log's prefix (C2SP tlog-tiles, "Merkle Tree" and "Log entries").</summary>
/// <param name="Level">0 for the hashes of entries, each level 256 times coarser; <see cref="Entries"/> for the entries themselves.</param>
/// <param name="Index">Which tile of its level, from 0.</param>
/// <param name="Width">Hashes or entries in it, 1 to <see cref="FullWidth"/>.</param>
public readonly record struct TilePath(int Level, ulong Index, int Width)
{
    /// <summary>Hashes or entries of a full tile.</summary>
    public const int FullWidth = 256;

    /// <summary>The level of bundles of entries.</summary>
    public const int Entries = -1;

    /// <summary>The tile of a tree of this size that holds a position of a level, as wide as that tree makes it.</summary>
    /// <param name="position">Of a hash in its level, or of an entry.</param>
    /// <param name="treeSize">Large enough to have that position.</param>
    public static TilePath Holding(int level, ulong position, ulong treeSize)
    {
        var index = position / FullWidth;
        var count = treeSize >> (8 * Math.Max(level, 0));
        return new(level, index, (int)Math.Min(FullWidth, count - (index * FullWidth)));
    }

    /// <summary>Such as <c>tile/0/x001/234</c>, <c>tile/1/000.p/17</c> or <c>tile/entries/005</c>.</summary>
    public override string ToString()
    {
        var path = new StringBuilder((Index % 1000).ToString("000", CultureInfo.InvariantCulture));
        for (var rest = Index / 1000; rest > 0; rest /= 1000)
        {
            path.Insert(0, string.Create(CultureInfo.InvariantCulture, $"x{rest % 1000:000}/"));
        }

        var level = Level == Entries ? "entries" : Level.ToString(CultureInfo.InvariantCulture);
        path.Insert(0, $"tile/{level}/");
        return Width == FullWidth ? path.ToString() : path.Append(CultureInfo.InvariantCulture, $".p/{Width}").ToString();
    }
}
