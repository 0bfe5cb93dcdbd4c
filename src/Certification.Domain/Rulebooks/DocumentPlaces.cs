using System.Globalization;
using System.Text.Json;

namespace Certification.Domain.Rulebooks;

/// <summary>Finds the entries of a rulebook document by their ids, and the ids by their places.</summary>
internal static class DocumentPlaces
{
    /// <summary>Pointer of the member, plan or entry that an error names; empty when the document has none.</summary>
    /// <param name="where">A member (<c>deadlines</c>), a plan (<c>reviewPlans.High</c>), or the id or code of an entry.</param>
    public static string Find(JsonElement document, string where)
    {
        if (document.ValueKind != JsonValueKind.Object) return "";
        if (document.TryGetProperty(where, out _)) return $"/{where}";
        var (member, tier) = where.Split('.') is [var plans, var name] ? (plans, name.ToLowerInvariant()) : ("", where);
        foreach (var list in Lists(document, "").Where(list => member.Length == 0 || list.Pointer == $"/{member}"))
        {
            var index = list.Items.FindIndex(item => NameOf(item) == tier);
            if (index >= 0) return string.Create(CultureInfo.InvariantCulture, $"{list.Pointer}/{index}");
        }

        return "";
    }

    /// <summary>The id or code of an entry; null for what has none.</summary>
    public static string? NameOf(JsonElement entry) =>
        new[] { "id", "code", "tier" }.Select(member => entry.ValueKind == JsonValueKind.Object
            && entry.TryGetProperty(member, out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null)
            .FirstOrDefault(name => name is not null);

    private static IEnumerable<(string Pointer, List<JsonElement> Items)> Lists(JsonElement element, string pointer) =>
        element.EnumerateObject().SelectMany(member => member.Value.ValueKind switch
        {
            JsonValueKind.Array => [($"{pointer}/{member.Name}", member.Value.EnumerateArray().ToList())],
            JsonValueKind.Object => Lists(member.Value, $"{pointer}/{member.Name}"),
            _ => Enumerable.Empty<(string, List<JsonElement>)>(),
        });
}
