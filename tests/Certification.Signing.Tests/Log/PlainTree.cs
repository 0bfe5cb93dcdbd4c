using System.Text;
using Certification.Signing.Log;

namespace Certification.Signing.Tests.Log;

/// <summary>The definitions of RFC 6962 §2.1 written down as they stand there, slow and without tiles, and entries to try them on.</summary>
internal static class PlainTree
{
    /// <summary>Entries that differ.</summary>
    public static List<ReadOnlyMemory<byte>> Entries(int count, int from = 0) =>
        [.. Enumerable.Range(from, count).Select(n => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes($"entry {n}"))];

    /// <summary>MTH of the entries.</summary>
    public static byte[] Root(IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        if (entries.Count < 2)
        {
            return entries.Count == 0 ? MerkleHash.Empty() : MerkleHash.Leaf(entries[0].Span);
        }

        var split = 1;
        while (split * 2 < entries.Count)
        {
            split *= 2;
        }

        return MerkleHash.Node(Root([.. entries.Take(split)]), Root([.. entries.Skip(split)]));
    }
}
