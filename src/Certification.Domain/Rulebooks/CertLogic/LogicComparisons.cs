namespace Certification.Domain.Rulebooks.CertLogic;

/// <summary><c>&lt;</c>, <c>&gt;</c>, <c>&lt;=</c>, <c>&gt;=</c> over two or three numbers.</summary>
internal sealed class NumberComparisonNode(string name, LogicNode[] operands) : LogicNode
{
    public override LogicCell Value(in LogicCell data, LogicBudget budget)
    {
        budget.Spend(1);
        var first = Number(operands[0].Value(data, budget), name);
        var second = Number(operands[1].Value(data, budget), name);
        var holds = Holds(first, second);
        if (operands.Length == 3) holds &= Holds(second, Number(operands[2].Value(data, budget), name));
        return LogicCell.Of(holds);
    }

    internal static double Number(in LogicCell cell, string name) => cell.Kind == LogicKind.Number
        ? cell.Number
        : throw new LogicException($"An operand of \"{name}\" is not a number.");

    private bool Holds(double left, double right) => name switch
    {
        "<" => left < right,
        ">" => left > right,
        "<=" => left <= right,
        _ => left >= right,
    };
}

/// <summary><c>after</c>, <c>before</c>, <c>not-after</c>, <c>not-before</c> over two or three dates.</summary>
internal sealed class TimeComparisonNode(string name, LogicNode[] operands) : LogicNode
{
    public override LogicCell Value(in LogicCell data, LogicBudget budget)
    {
        budget.Spend(1);
        var first = LogicTime.Of(operands[0].Value(data, budget));
        var second = LogicTime.Of(operands[1].Value(data, budget));
        var holds = Holds(first, second);
        if (operands.Length == 3) holds &= Holds(second, LogicTime.Of(operands[2].Value(data, budget)));
        return LogicCell.Of(holds);
    }

    private bool Holds(DateTimeOffset left, DateTimeOffset right) => name switch
    {
        "after" => left > right,
        "before" => left < right,
        "not-after" => left <= right,
        _ => left >= right,
    };
}

/// <summary><c>plusTime</c>: a date moved by whole units of time.</summary>
internal sealed class PlusTimeNode(LogicNode operand, double amount, string unit) : LogicNode
{
    public override LogicCell Value(in LogicCell data, LogicBudget budget)
    {
        budget.Spend(1);
        return LogicCell.Of(LogicTime.Plus(LogicTime.Of(operand.Value(data, budget)), amount, unit));
    }
}

/// <summary><c>dccDateOfBirth</c>: a date that may be partial.</summary>
internal sealed class DateNode(LogicNode operand) : LogicNode
{
    public override LogicCell Value(in LogicCell data, LogicBudget budget)
    {
        budget.Spend(1);
        return LogicCell.Of(LogicTime.Of(operand.Value(data, budget)));
    }
}

/// <summary><c>extractFromUVCI</c>: a fragment of a certificate identifier.</summary>
internal sealed class UvciNode(LogicNode operand, int index) : LogicNode
{
    public override LogicCell Value(in LogicCell data, LogicBudget budget)
    {
        budget.Spend(1);
        var identifier = operand.Value(data, budget).ToObject();
        budget.SpendOnText((identifier as string)?.Length ?? 0);
        return Uvci.Extract(identifier, index) is { } fragment ? LogicCell.Of(fragment) : default;
    }
}
