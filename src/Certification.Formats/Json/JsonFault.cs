using System.Globalization;
using System.Text.Json;
using Certification.Domain.Evidence;

namespace Certification.Formats.Json;

/// <summary>Turns what a JSON reader throws at a bad file into a fault of the file.</summary>
internal static class JsonFault
{
    /// <summary>The fault; null for anything else that is thrown, which is a failure of the stream or of this program.</summary>
    public static ReadingFault? Of(Exception exception, JsonPlace place) => exception switch
    {
        JsonException fault => new("evidence.malformed", $"Not JSON: {fault.Message.Split(" LineNumber:")[0]}", Position(fault)),
        // The reader's word for a text that is no UTF-8, or that has one half of a surrogate pair.
        InvalidOperationException and not ObjectDisposedException =>
            new("evidence.encoding", "A text in the file is not Unicode; save the file as UTF-8.", place.Pointer),
        UnreadableException stop => stop.Fault,
        _ => null,
    };

    private static string? Position(JsonException fault) => fault.LineNumber is { } line
        ? string.Create(CultureInfo.InvariantCulture, $"line {line + 1}, byte {fault.BytePositionInLine + 1}")
        : null;
}
