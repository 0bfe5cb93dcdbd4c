namespace Certification.Signing.Log;

/// <summary>That an entry stands at an index of a tree (RFC 6962 §2.1.1).</summary>
/// <param name="Index">From 0.</param>
/// <param name="TreeSize">Entries of the tree.</param>
/// <param name="Path">Hashes of 32 bytes, from the leaf's neighbour up to the root's child.</param>
public sealed record InclusionProof(ulong Index, ulong TreeSize, IReadOnlyList<byte[]> Path)
{
    /// <summary>Whether the proof leads from the entry's hash to the root (RFC 9162 §2.1.3.2).</summary>
    /// <param name="leafHash">32 bytes.</param>
    /// <param name="root">32 bytes.</param>
    public bool Holds(ReadOnlySpan<byte> leafHash, ReadOnlySpan<byte> root)
    {
        if (Index >= TreeSize || leafHash.Length != MerkleHash.Length || Path.Any(hash => hash.Length != MerkleHash.Length))
        {
            return false;
        }

        var (node, last) = (Index, TreeSize - 1);
        Span<byte> hash = stackalloc byte[MerkleHash.Length];
        leafHash.CopyTo(hash);
        foreach (var neighbour in Path)
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) == 1 || node == last)
            {
                MerkleHash.Node(neighbour, hash, hash);
                // A node without a neighbour rises unhashed to where it is a right child.
                for (; (node & 1) == 0 && node != 0; node >>= 1, last >>= 1)
                {
                }
            }
            else
            {
                MerkleHash.Node(hash, neighbour, hash);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && hash.SequenceEqual(root);
    }
}
