using System.Buffers;
using System.Security.Cryptography;

namespace Certification.Signing.Log;

/// <summary>Hashes of a Merkle tree (RFC 6962 §2.1): SHA-256 with one byte in front, so that no inner node is taken for an entry.</summary>
public static class MerkleHash
{
    /// <summary>Bytes of a hash.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    /// <summary>Root of a tree without entries.</summary>
    public static byte[] Empty() => SHA256.HashData([]);

    /// <summary>Hash of an entry.</summary>
    public static byte[] Leaf(ReadOnlySpan<byte> entry)
    {
        var hash = new byte[Length];
        Leaf(entry, hash);
        return hash;
    }

    /// <summary>Hash of an entry, into 32 bytes.</summary>
    public static void Leaf(ReadOnlySpan<byte> entry, Span<byte> hash)
    {
        var rented = ArrayPool<byte>.Shared.Rent(entry.Length + 1);
        rented[0] = 0;
        entry.CopyTo(rented.AsSpan(1));
        SHA256.HashData(rented.AsSpan(0, entry.Length + 1), hash);
        ArrayPool<byte>.Shared.Return(rented);
    }

    /// <summary>Hash of two neighbours.</summary>
    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var hash = new byte[Length];
        Node(left, right, hash);
        return hash;
    }

    /// <summary>Hash of two neighbours, into 32 bytes, which may be those of one of them.</summary>
    public static void Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> hash)
    {
        Span<byte> both = stackalloc byte[1 + (2 * Length)];
        both[0] = 1;
        left.CopyTo(both[1..]);
        right.CopyTo(both[(1 + Length)..]);
        SHA256.HashData(both, hash);
    }

    /// <summary>Root of a complete subtree.</summary>
    /// <param name="hashes">Its lowest hashes side by side; their number is a power of two.</param>
    public static byte[] OfComplete(ReadOnlySpan<byte> hashes)
    {
        var row = hashes.ToArray();
        for (var count = row.Length / Length; count > 1; count /= 2)
        {
            for (var i = 0; i < count; i += 2)
            {
                Node(At(row, i), At(row, i + 1), row.AsSpan(i / 2 * Length, Length));
            }
        }

        return row[..Length];
    }

    /// <summary>The hash at a position of many that stand side by side.</summary>
    internal static ReadOnlySpan<byte> At(ReadOnlySpan<byte> hashes, int position) => hashes.Slice(position * Length, Length);
}
