using System.Text.Json;

namespace Certification.Domain.Rulebooks.CertLogic;

/// <summary>Reads JSON as the values that callers of the evaluator see.</summary>
internal static class LogicValue
{
    public static object? From(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Array => json.EnumerateArray().Select(From).ToList(),
        JsonValueKind.Object => Members(json),
        _ => null,
    };

    // Of a repeated member the last counts, as in JavaScript, for which the dialect was made.
    private static Dictionary<string, object?> Members(JsonElement json)
    {
        var members = new Dictionary<string, object?>();
        foreach (var member in json.EnumerateObject())
            members[member.Name] = From(member.Value);
        return members;
    }
}
