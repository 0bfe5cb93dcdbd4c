using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Certification.Domain.Evidence;

namespace Certification.Formats.Json;

/// <summary>Walks a JSON document of any length in bounded memory: one pooled buffer, which grows to the longest single
/// string and no further than <see cref="LongestToken"/>.</summary>
internal sealed class JsonScan(IJsonVisitor visitor)
{
    /// <summary>Longest string that is taken, in bytes: room for an image within a log.</summary>
    public const int LongestToken = 32 * 1024 * 1024;

    /// <summary>Deepest nesting that is taken.</summary>
    public const int DeepestNesting = 256;

    private readonly JsonPlace _place = new();
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = DeepestNesting });
    private int? _skippedDepth;

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
                var used = Consume(buffer.AsSpan(0, filled), read == 0);
                if (read == 0)
                    return null;
                buffer.AsSpan(used, filled - used).CopyTo(buffer);
                filled -= used;
                if (filled == buffer.Length)
                    buffer = Grow(buffer);
            }
        }
        catch (Exception exception) when (FaultOf(exception) is { } fault)
        {
            return fault;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Reads a document that is in memory. Returns null, or the fault at which reading stopped.</summary>
    public ReadingFault? Whole(ReadOnlySpan<byte> document)
    {
        try
        {
            Consume(document, isLast: true);
            return null;
        }
        catch (Exception exception) when (FaultOf(exception) is { } fault)
        {
            return fault;
        }
    }

    // Anything else that is thrown is a failure of the stream or of this program, and no fault of the file.
    private ReadingFault? FaultOf(Exception exception) => exception switch
    {
        JsonException fault => new("evidence.malformed", $"Not JSON: {fault.Message}", Position(fault)),
        // The reader's word for a text that is no UTF-8, or that has one half of a surrogate pair.
        InvalidOperationException and not ObjectDisposedException =>
            new("evidence.encoding", "A text in the file is not Unicode; save the file as UTF-8.", _place.Pointer),
        UnreadableException stop => stop.Fault,
        _ => null,
    };

    private byte[] Grow(byte[] buffer)
    {
        if (buffer.Length >= LongestToken)
            throw new UnreadableException(new("evidence.malformed", $"A single text is longer than {LongestToken} bytes.", _place.Pointer));
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private int Consume(ReadOnlySpan<byte> bytes, bool isLast)
    {
        var reader = new Utf8JsonReader(bytes, isLast, _state);
        while (reader.Read())
            Take(ref reader);
        _state = reader.CurrentState;
        return (int)reader.BytesConsumed;
    }

    private void Take(ref Utf8JsonReader reader)
    {
        if (_skippedDepth is { } depth)
        {
            if (reader.CurrentDepth == depth && reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                _skippedDepth = null;
            return;
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                var name = reader.GetString()!;
                if (!_place.MoveTo(name) && visitor.Wants(_place.Shape))
                    throw new UnreadableException(new("evidence.duplicate-key", $"\"{name}\" stands twice in one object: which of the two counts is anybody's guess.", _place.Pointer));
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                Open(ref reader);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _place.Close();
                visitor.Closes(_place);
                break;
            default:
                _place.MoveOn();
                if (visitor.Wants(_place.Shape))
                    visitor.Value(_place, JsonScalar.From(ref reader, reader.TokenType == JsonTokenType.String ? visitor.LongestText(_place.Shape) : 0));
                break;
        }
    }

    private void Open(ref Utf8JsonReader reader)
    {
        _place.MoveOn();
        if (visitor.Wants(_place.Shape))
        {
            visitor.Opens(_place);
            _place.Open(reader.TokenType == JsonTokenType.StartArray);
        }
        else
        {
            _skippedDepth = reader.CurrentDepth;
        }
    }

    private static string? Position(JsonException fault) => fault.LineNumber is { } line
        ? string.Create(CultureInfo.InvariantCulture, $"line {line + 1}, byte {fault.BytePositionInLine + 1}")
        : null;
}
