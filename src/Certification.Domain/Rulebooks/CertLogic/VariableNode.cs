using System.Globalization;

namespace Certification.Domain.Rulebooks.CertLogic;

/// <summary><c>var</c>: the value at a dotted path, where a number is an index; null when there is none.</summary>
internal sealed class VariableNode(string path) : LogicNode
{
    private readonly Step[] _steps = path.Length == 0 ? [] : [.. path.Split('.').Select(name => new Step(
        name, int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1))];

    public override LogicCell Value(in LogicCell data, LogicBudget budget)
    {
        budget.Spend(1 + _steps.Length);
        var at = data;
        foreach (var step in _steps) at = Follow(at, step);
        return at;
    }

    private static LogicCell Follow(in LogicCell at, Step step) => at.Held switch
    {
        LogicMembers members => members.ByName.GetValueOrDefault(step.Name),
        LogicList list => (uint)step.Index < list.Items.Length ? list.Items[step.Index] : default,
        ReduceScope scope => step.Name == "accumulator" ? scope.Accumulator : step.Name == "current" ? scope.Current : default,
        _ => default,
    };

    private sealed record Step(string Name, int Index);
}
