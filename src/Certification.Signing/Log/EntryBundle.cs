using System.Buffers.Binary;

namespace Certification.Signing.Log;

/// <summary>Entries side by side, each after its length in two bytes, big-endian (C2SP tlog-tiles, "Log entries").</summary>
public static class EntryBundle
{
    /// <summary>Bytes of the largest entry.</summary>
    public const int LongestEntry = ushort.MaxValue;

    /// <summary>The entries of a bundle.</summary>
    /// <exception cref="InvalidDataException">It ends in the middle of an entry.</exception>
    public static List<ReadOnlyMemory<byte>> Read(ReadOnlyMemory<byte> bundle)
    {
        var entries = new List<ReadOnlyMemory<byte>>();
        while (bundle.Length > 0)
        {
            var length = bundle.Length < 2 ? int.MaxValue : BinaryPrimitives.ReadUInt16BigEndian(bundle.Span);
            if (length > bundle.Length - 2)
            {
                throw new InvalidDataException($"The bundle ends within entry {entries.Count}.");
            }

            entries.Add(bundle.Slice(2, length));
            bundle = bundle[(2 + length)..];
        }

        return entries;
    }

    /// <summary>Adds an entry to a bundle that is being written.</summary>
    internal static void Append(Stream bundle, ReadOnlySpan<byte> entry)
    {
        if (entry.Length > LongestEntry)
        {
            throw new ArgumentException($"An entry has at most {LongestEntry} bytes, not {entry.Length}.", nameof(entry));
        }

        Span<byte> length = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)entry.Length);
        bundle.Write(length);
        bundle.Write(entry);
    }
}
