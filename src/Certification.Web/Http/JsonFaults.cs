using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Certification.Domain;

namespace Certification.Web.Http;

/// <summary>Explains why a body could not be read as the value that an endpoint takes. The serializer's own messages name
/// our types, so they are not passed on.</summary>
public static class JsonFaults
{
    private const string See = "GET /openapi/v1.json shows the members and their types.";

    /// <summary>The problem for a body that says <c>null</c>.</summary>
    public static Problem Null() => Problem.Of(400, "request.malformed-json", "The body is null.", See);

    /// <summary>The problem with its places: not JSON, unknown members, missing members, or a value of another type.</summary>
    /// <param name="fault">What the strict reading threw.</param>
    public static Problem Explain(byte[] body, Type type, JsonException fault)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = DomainJson.Strict.MaxDepth });
            var unknown = new List<ProblemPlace>();
            var missing = new List<ProblemPlace>();
            Compare(document.RootElement, DomainJson.Strict.GetTypeInfo(type), "", unknown, missing);
            return unknown.Count > 0 ? At("request.unknown-member", "The body has members that this endpoint does not know.", unknown)
                : missing.Count > 0 ? At("request.missing-member", "The body lacks members that this endpoint needs.", missing)
                : At("request.wrong-value", "A value in the body has the wrong type or form.",
                    [new ProblemPlace(Pointer(fault.Path), "wrong type or form")]);
        }
        catch (JsonException syntax)
        {
            var place = $"line {syntax.LineNumber + 1}, byte {syntax.BytePositionInLine + 1}";
            return Problem.Of(
                400, "request.malformed-json",
                $"The body is not JSON of at most {DomainJson.Strict.MaxDepth} levels without repeated members: {place}.", See);
        }
    }

    private static Problem At(string code, string detail, IReadOnlyList<ProblemPlace> places) =>
        Problem.Of(400, code, $"{detail} First: {(places[0].Pointer.Length == 0 ? "the whole body" : places[0].Pointer)}.", See)
            with { Errors = places };

    private static void Compare(
        JsonElement element, JsonTypeInfo type, string pointer, List<ProblemPlace> unknown, List<ProblemPlace> missing)
    {
        if (type.Kind == JsonTypeInfoKind.Enumerable && element.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            var item = DomainJson.Strict.GetTypeInfo(type.ElementType!);
            foreach (var child in element.EnumerateArray()) Compare(child, item, $"{pointer}/{index++}", unknown, missing);
        }
        if (type.Kind != JsonTypeInfoKind.Object || element.ValueKind != JsonValueKind.Object) return;
        foreach (var member in element.EnumerateObject())
        {
            var at = $"{pointer}/{Escape(member.Name)}";
            var known = type.Properties.FirstOrDefault(p => string.Equals(p.Name, member.Name, StringComparison.OrdinalIgnoreCase));
            if (known is null) unknown.Add(new ProblemPlace(at, "unknown member"));
            else Compare(member.Value, DomainJson.Strict.GetTypeInfo(known.PropertyType), at, unknown, missing);
        }
        missing.AddRange(type.Properties
            .Where(p => p.IsRequired && !element.EnumerateObject().Any(m => string.Equals(m.Name, p.Name, StringComparison.OrdinalIgnoreCase)))
            .Select(p => new ProblemPlace($"{pointer}/{Escape(p.Name)}", "missing member")));
    }

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>A JSON path such as <c>$.parties[0].role</c> as a pointer.</summary>
    private static string Pointer(string? path) => (path ?? "$").TrimStart('$')
        .Replace("]", "", StringComparison.Ordinal).Replace('[', '/').Replace('.', '/');
}
