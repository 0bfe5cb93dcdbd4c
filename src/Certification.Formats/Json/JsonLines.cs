using System.Buffers;
using System.Globalization;
using Certification.Domain.Evidence;

namespace Certification.Formats.Json;

/// <summary>Walks a file of one JSON record a line, in memory bounded by the longest line. A bad line is named and left out;
/// the lines after it are read.</summary>
internal sealed class JsonLines(Chorus chorus)
{
    private const int MostFaults = 50;

    private readonly JsonScan _scan = new(chorus);
    private readonly List<ReadingFault> _faults = [];
    private long _line;

    /// <summary>Whether a file begins with one whole record a line: in pretty-printed JSON the first line ends open.</summary>
    public static bool AreIn(ReadOnlySpan<byte> head)
    {
        head = head.TrimStart(" \t\r\n"u8);
        var end = head.IndexOf((byte)'\n');
        if (end < 2 || head[0] != (byte)'{')
            return false;
        var first = head[..end].TrimEnd(" \t\r"u8);
        var rest = head[end..].TrimStart(" \t\r\n"u8);
        return !rest.IsEmpty && rest[0] == (byte)'{' && first.Length > 1 && !":,[{"u8.Contains(first[^1]);
    }

    /// <summary>Reads to the end and gives the faults, each with its line.</summary>
    public async Task<IReadOnlyList<ReadingFault>> RunAsync(ReadOnlyMemory<byte> head, Stream rest, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Max(128 * 1024, head.Length * 2));
        try
        {
            head.CopyTo(buffer);
            var filled = head.Length;
            while (true)
            {
                var used = buffer.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
                Lines(buffer.AsSpan(0, used));
                buffer.AsSpan(used, filled - used).CopyTo(buffer);
                filled -= used;
                if (filled == buffer.Length && !TryGrow(ref buffer))
                    return _faults;
                var read = await rest.ReadAsync(buffer.AsMemory(filled), cancellation).ConfigureAwait(false);
                if (read == 0)
                {
                    Lines(buffer.AsSpan(0, filled));
                    return _faults;
                }

                filled += read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private bool TryGrow(ref byte[] buffer)
    {
        if (buffer.Length >= JsonStream.LongestToken)
        {
            Add(new("evidence.malformed", $"The line is longer than {JsonStream.LongestToken} bytes; what follows was not read."), _line + 1);
            return false;
        }

        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
        return true;
    }

    // The records go through one reader at one go, which is quicker than a reader for each. Where it stumbles, the line after
    // the last whole record is left out.
    private void Lines(ReadOnlySpan<byte> lines)
    {
        while (!lines.IsEmpty)
        {
            var fault = _scan.Records(lines, out var done);
            if (fault is null)
            {
                _line += lines.Count((byte)'\n');
                return;
            }

            var blank = lines[done..].IndexOfAnyExcept(" \t\r\n"u8);
            var bad = blank < 0 ? lines.Length : done + blank;
            _line += lines[..bad].Count((byte)'\n');
            Add(fault, _line + 1);
            var end = lines[bad..].IndexOf((byte)'\n');
            if (end < 0)
                return;
            _line++;
            lines = lines[(bad + end + 1)..];
        }
    }

    private void Add(ReadingFault fault, long line)
    {
        if (_faults.Count < MostFaults)
            _faults.Add(fault with { Where = string.Create(CultureInfo.InvariantCulture, $"line {line}") });
    }
}
