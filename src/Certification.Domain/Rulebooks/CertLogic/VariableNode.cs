using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Certification.Domain.Rulebooks.CertLogic;

/// <summary><c>var</c>: the value at a dotted path, where a number is an index; null when there is none.</summary>
internal sealed class VariableNode(string path) : LogicNode
{
    private readonly Step[] _steps = path.Length == 0 ? [] : [.. path.Split('.').Select(name => new Step(
        name, Encoding.UTF8.GetBytes(name),
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1))];

    public override LogicCell Value(in LogicCell data, LogicBudget budget)
    {
        budget.Spend(1 + _steps.Length);
        var at = data;
        foreach (var step in _steps) at = Follow(at, step, budget);
        return at;
    }

    private static LogicCell Follow(in LogicCell at, Step step, LogicBudget budget) => at switch
    {
        { Kind: LogicKind.Members, Made: ReduceScope scope } =>
            step.Name == "accumulator" ? scope.Accumulator : step.Name == "current" ? scope.Current : default,
        { Kind: LogicKind.Members } => Member(at.Json, step, budget),
        { Kind: LogicKind.List, Made: LogicList list } => (uint)step.Index < list.Items.Length ? list.Items[step.Index] : default,
        { Kind: LogicKind.List } => Element(at.Json, step, budget),
        _ => default,
    };

    // Of a repeated member the last counts, as in JavaScript, for which the dialect was made: so does TryGetProperty.
    private static LogicCell Member(JsonElement members, Step step, LogicBudget budget)
    {
        budget.SpendOnScan(members.GetPropertyCount());
        return members.TryGetProperty(step.Utf8, out var value) ? LogicCell.Of(value) : default;
    }

    private static LogicCell Element(JsonElement list, Step step, LogicBudget budget)
    {
        var length = list.GetArrayLength();
        budget.SpendOnScan(length);
        return (uint)step.Index < length ? LogicCell.Of(list[step.Index]) : default;
    }

    private sealed record Step(string Name, byte[] Utf8, int Index);
}
