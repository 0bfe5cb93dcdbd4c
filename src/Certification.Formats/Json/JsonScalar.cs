using System.Text.Json;

namespace Certification.Formats.Json;

/// <summary>A string, number, truth value or null. Of a string only the first 4,096 characters are kept: nothing that is
/// used is longer.</summary>
internal readonly record struct JsonScalar(JsonTokenType Type, string? Text, double Number)
{
    /// <summary>Characters kept where nobody asks for more.</summary>
    public const int LongestText = 4096;

    public bool IsNull => Type == JsonTokenType.Null;

    /// <param name="node">The shape of the value; most values of one shape repeat, and are taken from it.</param>
    public static JsonScalar From(ref Utf8JsonReader reader, ShapeNode node) => reader.TokenType switch
    {
        JsonTokenType.String => new(JsonTokenType.String, node.LongestText == 0 ? "" : Cut(node.Text(ref reader), node.LongestText), 0),
        JsonTokenType.Number => new(JsonTokenType.Number, null, reader.TryGetDouble(out var number) ? number : double.NaN),
        var type => new(type, null, 0),
    };

    private static string Cut(string text, int longest) => text.Length > longest ? text[..longest] : text;
}
