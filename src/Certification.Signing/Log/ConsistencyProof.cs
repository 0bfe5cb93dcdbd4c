using System.Numerics;

namespace Certification.Signing.Log;

/// <summary>That a tree of some size is the beginning of a larger one (RFC 6962 §2.1.2): nothing was taken out or changed.</summary>
/// <param name="OldSize">At least 1: that everything begins with nothing needs no proof.</param>
/// <param name="Path">Hashes of 32 bytes.</param>
public sealed record ConsistencyProof(ulong OldSize, ulong NewSize, IReadOnlyList<byte[]> Path)
{
    /// <summary>Whether the proof leads to both roots (RFC 9162 §2.1.4.2).</summary>
    public bool Holds(ReadOnlySpan<byte> oldRoot, ReadOnlySpan<byte> newRoot)
    {
        if (OldSize == 0 || OldSize > NewSize)
        {
            return false;
        }

        if (OldSize == NewSize)
        {
            return Path.Count == 0 && oldRoot.SequenceEqual(newRoot);
        }

        if (oldRoot.Length != MerkleHash.Length || Path.Any(hash => hash.Length != MerkleHash.Length))
        {
            return false;
        }

        // A complete old tree is a node of the new one, so its root is not repeated in the path.
        var first = BitOperations.IsPow2(OldSize) ? oldRoot : Path.Count > 0 ? Path[0] : [];
        return !first.IsEmpty && Climb(first, BitOperations.IsPow2(OldSize) ? 0 : 1, oldRoot, newRoot);
    }

    private bool Climb(ReadOnlySpan<byte> first, int next, ReadOnlySpan<byte> oldRoot, ReadOnlySpan<byte> newRoot)
    {
        var up = BitOperations.TrailingZeroCount(OldSize);
        var (node, last) = ((OldSize - 1) >> up, (NewSize - 1) >> up);
        Span<byte> oldHash = stackalloc byte[MerkleHash.Length];
        Span<byte> newHash = stackalloc byte[MerkleHash.Length];
        first.CopyTo(oldHash);
        first.CopyTo(newHash);
        for (; next < Path.Count; next++)
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) == 1 || node == last)
            {
                MerkleHash.Node(Path[next], oldHash, oldHash);
                MerkleHash.Node(Path[next], newHash, newHash);
                for (; (node & 1) == 0 && node != 0; node >>= 1, last >>= 1)
                {
                }
            }
            else
            {
                MerkleHash.Node(newHash, Path[next], newHash);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && oldHash.SequenceEqual(oldRoot) && newHash.SequenceEqual(newRoot);
    }
}
