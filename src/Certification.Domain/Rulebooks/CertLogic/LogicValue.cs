using System.Globalization;
using System.Text.Json;

namespace Certification.Domain.Rulebooks.CertLogic;

/// <summary>What CertLogic does with values: reading them from JSON, finding them by path, truth and sameness.</summary>
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

    /// <summary>The value at a dotted path, where a number is an index; null when there is none, as CertLogic has it.</summary>
    public static object? At(object? data, string path) =>
        path.Length == 0 ? data : path.Split('.').Aggregate(data, Member);

    /// <summary>Empty strings, arrays and objects are falsy, and so are 0, null and false.</summary>
    public static bool IsTruthy(object? value) => value switch
    {
        null => false,
        bool truth => truth,
        double number => number != 0,
        string text => text.Length > 0,
        IReadOnlyList<object?> items => items.Count > 0,
        IReadOnlyDictionary<string, object?> members => members.Count > 0,
        _ => true,
    };

    /// <summary>Strict sameness of scalars; arrays and objects are the same as nothing.</summary>
    public static bool AreSame(object? left, object? right) =>
        left is null ? right is null
        : left is bool or double or string or DateTimeOffset && left.Equals(right);

    // Of a repeated member the last counts, as in JavaScript, for which the dialect was made.
    private static Dictionary<string, object?> Members(JsonElement json)
    {
        var members = new Dictionary<string, object?>();
        foreach (var member in json.EnumerateObject())
            members[member.Name] = From(member.Value);
        return members;
    }

    private static object? Member(object? value, string name) => value switch
    {
        IReadOnlyDictionary<string, object?> members => members.GetValueOrDefault(name),
        IReadOnlyList<object?> items when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < items.Count => items[index],
        _ => null,
    };
}
