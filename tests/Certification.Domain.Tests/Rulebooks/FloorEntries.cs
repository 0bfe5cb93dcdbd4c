using System.Text.Json.Nodes;
using Certification.Domain.Rulebooks;

namespace Certification.Domain.Tests.Rulebooks;

/// <summary>Entries of the floor's document, changed in one place, as additions that replace them.</summary>
internal static class FloorEntries
{
    private static readonly JsonObject Floor = JsonNode.Parse(RulebookData.Floor)!.AsObject();

    /// <summary>A list of entries, such as <c>taxonomy.sectors</c>; <c>deadlines</c> is the one entry that is no list.</summary>
    internal static IReadOnlyList<string> Lists { get; } =
    [
        .. Floor["taxonomy"]!.AsObject().Select(axis => $"taxonomy.{axis.Key}"),
        .. Floor.Where(member => member.Value is JsonArray).Select(member => member.Key),
        "deadlines",
    ];

    /// <summary>Every change of one value of every entry, and what became of additions that bring it alone.</summary>
    internal static IReadOnlyList<FloorChange> Changes { get; } =
    [
        .. from list in Lists
           from entry in list == "deadlines" ? [Floor["deadlines"]!] : Find(Floor, list).AsArray().Select(entry => entry!)
           from change in Mutations(entry)
           let additions = With(list, change.Entry)
           select new FloorChange(list, $"{list} {change.Name}", change.Entry, Adopt(additions)),
    ];

    /// <summary>Additions that add nothing.</summary>
    internal static JsonObject Empty()
    {
        var additions = JsonNode.Parse(RulebookData.Xb)!.AsObject();
        foreach (var list in Lists.Where(list => list != "deadlines" && (list.StartsWith("taxonomy", StringComparison.Ordinal) || additions.ContainsKey(list))))
            Find(additions, list).AsArray().Clear();
        additions["recognition"]!["conditions"] = new JsonArray();
        return additions;
    }

    /// <summary>Puts an entry into additions beside what is there.</summary>
    internal static void Put(JsonObject additions, string list, JsonNode entry)
    {
        if (list == "deadlines") additions["deadlines"] = entry.DeepClone();
        else if (!list.Contains('.') && !additions.ContainsKey(list)) additions[list] = new JsonArray(entry.DeepClone());
        else Find(additions, list).AsArray().Add(entry.DeepClone());
    }

    internal static RulebookReading<Rulebook> Adopt(JsonObject additions)
    {
        var reading = RulebookReader.ReadAdditions(System.Text.Encoding.UTF8.GetBytes(additions.ToJsonString()));
        return reading.Value is { } value ? RulebookAdoption.Adopt(RulebookLibrary.Floor, value) : new(null, reading.Errors);
    }

    private static JsonObject With(string list, JsonNode entry)
    {
        var additions = Empty();
        Put(additions, list, entry);
        return additions;
    }

    private static JsonNode Find(JsonObject document, string list) =>
        list.Split('.').Aggregate((JsonNode)document, (node, member) => node[member]!);

    /// <summary>The entry with one value raised, lowered, flipped, reworded, taken out or added.</summary>
    private static IEnumerable<(string Name, JsonNode Entry)> Mutations(JsonNode entry) =>
        from place in Places(entry, "")
        where !place.Path.Contains("/tests", StringComparison.Ordinal) && !place.Path.Contains("/when", StringComparison.Ordinal)
        from change in Changed(place.Node)
        select ($"{place.Name} {change.Name}", Replaced(entry, place.Path, change.Value));

    private static IEnumerable<(string Path, string Name, JsonNode Node)> Places(JsonNode node, string path) => node switch
    {
        JsonObject members => members.Where(member => member.Key is not ("id" or "code" or "tier"))
            .SelectMany(member => Places(member.Value!, $"{path}/{member.Key}")),
        JsonArray items => items.SelectMany((item, index) => Places(item!, $"{path}/{index}")).Append((path, Last(path), items)),
        _ => [(path, Last(path), node)],
    };

    private static IEnumerable<(string Name, JsonNode? Value)> Changed(JsonNode node) => node switch
    {
        JsonArray { Count: > 0 } => [("emptied", new JsonArray())],
        JsonArray => [],
        _ when node.GetValueKind() == System.Text.Json.JsonValueKind.Number => node.GetValue<double>() is var number && number == Math.Floor(number) && number > 1
            ? [("raised", (long)number + 1), ("lowered", (long)number - 1)]
            : [("raised", number + 0.01), ("lowered", number - 0.01)],
        _ when node.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => [("flipped", !node.GetValue<bool>())],
        _ => [("reworded", $"{node.GetValue<string>()}x")],
    };

    private static JsonNode Replaced(JsonNode entry, string path, JsonNode? value)
    {
        var copy = entry.DeepClone();
        var steps = path.Split('/')[1..];
        var owner = steps[..^1].Aggregate(copy, (node, step) => node is JsonArray items ? items[int.Parse(step, null)]! : node[step]!);
        if (owner is JsonArray list) list[int.Parse(steps[^1], null)] = value;
        else owner[steps[^1]] = value;
        return copy;
    }

    private static string Last(string path) => path.Split('/').Last(step => !int.TryParse(step, out _));
}

/// <summary>A change of one value of one entry of the floor.</summary>
/// <param name="Name">List, member and direction, such as <c>duties from raised</c>.</param>
internal sealed record FloorChange(string List, string Name, JsonNode Entry, RulebookReading<Rulebook> Adoption)
{
    internal bool IsAdopted => Adoption.Value is not null;
}
