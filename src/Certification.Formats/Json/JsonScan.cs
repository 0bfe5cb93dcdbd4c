using System.Text.Json;
using Certification.Domain.Evidence;

namespace Certification.Formats.Json;

/// <summary>Walks a JSON document, whole or piece by piece.</summary>
internal sealed class JsonScan(Chorus chorus)
{
    /// <summary>Deepest nesting that is taken.</summary>
    public const int DeepestNesting = 256;

    private const int NothingSkipped = -1;

    private static readonly JsonReaderOptions Many = new() { MaxDepth = DeepestNesting, AllowMultipleValues = true };

    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = DeepestNesting });
    private int _skippedDepth = NothingSkipped;

    /// <summary>Where it stands.</summary>
    public JsonPlace Place { get; } = new(chorus);

    /// <summary>Walks over whole documents, one after the other. Returns null, or the fault at which reading stopped.</summary>
    /// <param name="done">Bytes up to the end of the last whole document.</param>
    public ReadingFault? Records(ReadOnlySpan<byte> documents, out int done)
    {
        _skippedDepth = NothingSkipped;
        Place.Reset();
        done = 0;
        try
        {
            var reader = new Utf8JsonReader(documents, isFinalBlock: true, new JsonReaderState(Many));
            while (HasSkipped(ref reader) && reader.Read())
            {
                Take(ref reader);
                if (reader.CurrentDepth == 0)
                    done = reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray ? (int)reader.BytesConsumed : done;
            }

            return null;
        }
        catch (Exception exception) when (JsonFault.Of(exception, Place) is { } fault)
        {
            return fault;
        }
    }

    /// <summary>Walks over the next piece.</summary>
    /// <returns>Bytes that are done with; the others begin the next piece.</returns>
    public int Consume(ReadOnlySpan<byte> bytes, bool isLast)
    {
        var reader = new Utf8JsonReader(bytes, isLast, _state);
        while (HasSkipped(ref reader) && reader.Read())
            Take(ref reader);
        _state = reader.CurrentState;
        return (int)reader.BytesConsumed;
    }

    // Most of a large file is what nobody wants, so that this loop has to be as tight as a bare reader's.
    private bool HasSkipped(ref Utf8JsonReader reader)
    {
        if (_skippedDepth == NothingSkipped)
            return true;
        while (reader.Read())
        {
            // Whatever stands inside is deeper; the first token of the same depth is the end.
            if (reader.CurrentDepth != _skippedDepth)
                continue;
            _skippedDepth = NothingSkipped;
            return true;
        }

        return false;
    }

    private void Take(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                if (!Place.MoveTo(ref reader) && Place.Node.Listeners.Length > 0)
                {
                    throw new UnreadableException(new("evidence.duplicate-key",
                        $"\"{Place.Name}\" stands twice in one object: which of the two counts is anybody's guess.", Place.Pointer));
                }

                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                Open(ref reader);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                Place.Close();
                foreach (var visitor in Place.Node.Listeners)
                    visitor.Closes(Place);
                break;
            default:
                Place.MoveOn();
                if (Place.Node.Listeners.Length > 0)
                    Value(ref reader);
                break;
        }
    }

    private void Value(ref Utf8JsonReader reader)
    {
        var node = Place.Node;
        var value = JsonScalar.From(ref reader, node);
        foreach (var visitor in node.Listeners)
            visitor.Value(Place, value);
    }

    private void Open(ref Utf8JsonReader reader)
    {
        Place.MoveOn();
        if (!Place.Node.IsEntered)
        {
            _skippedDepth = reader.CurrentDepth;
            return;
        }

        foreach (var visitor in Place.Node.Listeners)
            visitor.Opens(Place);
        Place.Open(reader.TokenType == JsonTokenType.StartArray);
    }
}
