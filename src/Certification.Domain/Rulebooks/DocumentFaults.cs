using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Certification.Domain.Rulebooks.CertLogic;

namespace Certification.Domain.Rulebooks;

/// <summary>Explains why a document cannot be bound to a type: every unknown and missing member, every value of a wrong type,
/// every issue of an expression, each with its pointer and the rule in which it stands.</summary>
internal static class DocumentFaults
{
    /// <summary>At least one error, at most <see cref="Most"/>.</summary>
    public static IReadOnlyList<RulebookError> Of(JsonElement document, Type type)
    {
        var faults = Collect(document, DomainJson.Strict.GetTypeInfo(type), "", null).Take(Most).ToList();
        return faults.Count > 0 ? faults : [new("", "The document has a wrong type or form.")];
    }

    /// <summary>More are not told: a document of another kind has hundreds, and they say nothing.</summary>
    private const int Most = 100;

    private static IEnumerable<RulebookError> Collect(JsonElement element, JsonTypeInfo type, string pointer, string? rule)
    {
        if (Binds(element, type)) return [];
        rule = DocumentPlaces.NameOf(element) ?? rule;
        if (type.Type == typeof(LogicExpression))
            return LogicValidator.Validate(element).Select(issue => Error(rule, pointer, $"{issue.Message}: {issue.Expression}"));
        return (type.Kind, element.ValueKind) switch
        {
            (JsonTypeInfoKind.Object, JsonValueKind.Object) => Members(element, type, pointer, rule),
            (JsonTypeInfoKind.Enumerable, JsonValueKind.Array) => element.EnumerateArray().SelectMany((item, index) =>
                Collect(item, TypeOf(type.ElementType!), string.Create(CultureInfo.InvariantCulture, $"{pointer}/{index}"), rule)),
            _ => [Error(rule, pointer, $"{Shown(element)} has a wrong type or form.")],
        };
    }

    private static IEnumerable<RulebookError> Members(JsonElement element, JsonTypeInfo type, string pointer, string? rule)
    {
        foreach (var member in element.EnumerateObject())
        {
            var at = $"{pointer}/{member.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
            if (type.Properties.FirstOrDefault(known => Same(known.Name, member.Name)) is not { } property)
            {
                yield return Error(rule, at, $"\"{member.Name}\" is no member here.");
                continue;
            }

            // Nulls are as good as absent members where a member may be absent.
            if (member.Value.ValueKind == JsonValueKind.Null && !property.IsRequired) continue;
            foreach (var fault in Collect(member.Value, TypeOf(property.PropertyType), at, rule))
                yield return fault;
        }

        foreach (var missing in type.Properties.Where(known => known.IsRequired && !element.EnumerateObject().Any(member => Same(known.Name, member.Name))))
            yield return Error(rule, $"{pointer}/{missing.Name}", $"\"{missing.Name}\" is missing.");
    }

    private static bool Binds(JsonElement element, JsonTypeInfo type)
    {
        try
        {
            return JsonSerializer.Deserialize(element, type) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static JsonTypeInfo TypeOf(Type type) => DomainJson.Strict.GetTypeInfo(type);

    private static RulebookError Error(string? rule, string pointer, string message) => new(rule ?? pointer, message, pointer);

    private static bool Same(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    private static string Shown(JsonElement element) =>
        element.GetRawText() is { Length: > 60 } text ? $"{text[..60]}…" : element.GetRawText();
}
