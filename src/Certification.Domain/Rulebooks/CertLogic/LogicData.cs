using System.Text.Json;

namespace Certification.Domain.Rulebooks.CertLogic;

/// <summary>Data as rules see it: read from JSON once, however many rules then look into it.</summary>
public sealed class LogicData
{
    private LogicData(LogicCell root) => Root = root;

    internal LogicCell Root { get; }

    /// <summary>Takes any JSON.</summary>
    public static LogicData From(JsonElement json) => new(Cell(json));

    internal static LogicCell Cell(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => LogicCell.Of(true),
        JsonValueKind.False => LogicCell.Of(false),
        JsonValueKind.Number => LogicCell.Of(json.GetDouble()),
        JsonValueKind.String => LogicCell.Of(json.GetString()!),
        JsonValueKind.Array => LogicCell.Of(LogicList.Of([.. json.EnumerateArray().Select(Cell)])),
        JsonValueKind.Object => LogicCell.Of(Members(json)),
        _ => default,
    };

    // Of a repeated member the last counts, as in JavaScript, for which the dialect was made.
    private static LogicMembers Members(JsonElement json)
    {
        var members = new Dictionary<string, LogicCell>();
        foreach (var member in json.EnumerateObject()) members[member.Name] = Cell(member.Value);
        return new(members);
    }
}
