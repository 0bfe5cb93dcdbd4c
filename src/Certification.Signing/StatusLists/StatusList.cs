using System.Buffers.Text;
using System.IO.Compression;

namespace Certification.Signing.StatusLists;

/// <summary>The entries of one status list, 2 bits each, entry 0 in the low bits of byte 0 (draft-ietf-oauth-status-list §4).
/// Immutable.</summary>
public sealed class StatusList
{
    /// <summary>Entries of a new list: enough that asking for the list does not tell which certificate is meant.</summary>
    public const int DefaultEntries = 131_072;

    /// <summary>Most entries of a list that is read: what it inflates to is bounded.</summary>
    public const int MostEntries = 16 * 1024 * 1024;

    private readonly byte[] _bytes;

    private StatusList(byte[] bytes) => _bytes = bytes;

    /// <summary>Number of entries.</summary>
    public int Count => _bytes.Length * 4;

    /// <summary>The packed entries, for storage.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>The entry at this index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    public StatusEntry this[int index]
    {
        get
        {
            RequireIndex(index);
            return (StatusEntry)((_bytes[index / 4] >> (index % 4 * 2)) & 0b11);
        }
    }

    /// <summary>A list in which everything is valid.</summary>
    /// <param name="entries">A multiple of 4, at least <see cref="DefaultEntries"/>.</param>
    public static StatusList Create(int entries = DefaultEntries) => entries is >= DefaultEntries and <= MostEntries && entries % 4 == 0
        ? new(new byte[entries / 4])
        : throw new ArgumentOutOfRangeException(nameof(entries), entries, $"A list has {DefaultEntries} to {MostEntries} entries, a multiple of 4.");

    /// <summary>A list from its packed entries; the bytes are copied.</summary>
    public static StatusList FromBytes(ReadOnlySpan<byte> bytes) => new(bytes.ToArray());

    /// <summary>The list with one entry changed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    public StatusList With(int index, StatusEntry entry) => With([KeyValuePair.Create(index, entry)]);

    /// <summary>The list with some entries changed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    public StatusList With(IEnumerable<KeyValuePair<int, StatusEntry>> changes)
    {
        var bytes = (byte[])_bytes.Clone();
        foreach (var (index, entry) in changes)
        {
            RequireIndex(index);
            var shift = index % 4 * 2;
            bytes[index / 4] = (byte)((bytes[index / 4] & ~(0b11 << shift)) | ((int)entry << shift));
        }

        return new(bytes);
    }

    /// <summary>The <c>lst</c> member of a JWT.</summary>
    internal string Compress() => Base64Url.EncodeToString(Deflate());

    /// <summary>The entries as zlib data (RFC 1950).</summary>
    internal byte[] Deflate()
    {
        using var buffer = new MemoryStream();
        using (var zlib = new ZLibStream(buffer, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(_bytes);
        }

        return buffer.ToArray();
    }

    /// <summary>Reads the <c>lst</c> member of a JWT.</summary>
    /// <exception cref="InvalidDataException">It is no zlib data, or inflates to more than <see cref="MostEntries"/>.</exception>
    /// <exception cref="FormatException">It is no base64url.</exception>
    internal static StatusList Decompress(string lst) => Inflate(Base64Url.DecodeFromChars(lst));

    /// <summary>Reads zlib data.</summary>
    /// <exception cref="InvalidDataException">It is none, or inflates to more than <see cref="MostEntries"/>.</exception>
    internal static StatusList Inflate(byte[] data)
    {
        using var zlib = new ZLibStream(new MemoryStream(data, writable: false), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        var chunk = new byte[16 * 1024];
        for (var read = zlib.Read(chunk); read > 0; read = zlib.Read(chunk))
        {
            bytes.Write(chunk, 0, read);
            if (bytes.Length > MostEntries / 4)
            {
                throw new InvalidDataException($"A status list has at most {MostEntries} entries.");
            }
        }

        return new(bytes.ToArray());
    }

    private void RequireIndex(int index)
    {
        if (index < 0 || index >= Count)
        {
            throw new ArgumentOutOfRangeException(nameof(index), index, $"The list has {Count} entries.");
        }
    }
}
