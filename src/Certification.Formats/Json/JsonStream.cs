using System.Buffers;
using Certification.Domain.Evidence;

namespace Certification.Formats.Json;

/// <summary>Walks a JSON document of any length in bounded memory: one pooled buffer, which grows to the longest single
/// string and no further than <see cref="LongestToken"/>.</summary>
internal sealed class JsonStream(Chorus chorus)
{
    /// <summary>Longest string that is taken, in bytes: room for an image within a log.</summary>
    public const int LongestToken = 32 * 1024 * 1024;

    private readonly JsonScan _scan = new(chorus);

    /// <summary>Reads to the end. Returns null, or the fault at which reading stopped.</summary>
    public async Task<ReadingFault?> RunAsync(ReadOnlyMemory<byte> head, Stream rest, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Max(128 * 1024, head.Length * 2));
        try
        {
            head.CopyTo(buffer);
            var filled = head.Length;
            while (true)
            {
                var read = await rest.ReadAsync(buffer.AsMemory(filled), cancellation).ConfigureAwait(false);
                filled += read;
                var used = _scan.Consume(buffer.AsSpan(0, filled), read == 0);
                if (read == 0)
                    return null;
                buffer.AsSpan(used, filled - used).CopyTo(buffer);
                filled -= used;
                if (filled == buffer.Length)
                    buffer = Grow(buffer);
            }
        }
        catch (Exception exception) when (JsonFault.Of(exception, _scan.Place) is { } fault)
        {
            return fault;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private byte[] Grow(byte[] buffer)
    {
        if (buffer.Length >= LongestToken)
            throw new UnreadableException(new("evidence.malformed", $"A single text is longer than {LongestToken} bytes.", _scan.Place.Pointer));
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
