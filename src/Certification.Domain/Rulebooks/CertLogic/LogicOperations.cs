namespace Certification.Domain.Rulebooks.CertLogic;

/// <summary><c>if</c>: one of two, and the other is not evaluated.</summary>
internal sealed class IfNode(LogicNode condition, LogicNode then, LogicNode otherwise) : LogicNode
{
    public override LogicCell Value(in LogicCell data, LogicBudget budget)
    {
        budget.Spend(1);
        return condition.Value(data, budget).IsTruthy ? then.Value(data, budget) : otherwise.Value(data, budget);
    }
}

/// <summary><c>and</c>: the first falsy operand, else the last.</summary>
internal sealed class AndNode(LogicNode[] operands) : LogicNode
{
    public override LogicCell Value(in LogicCell data, LogicBudget budget)
    {
        budget.Spend(1);
        var value = default(LogicCell);
        foreach (var operand in operands)
        {
            value = operand.Value(data, budget);
            if (!value.IsTruthy) break;
        }

        return value;
    }
}

/// <summary><c>!</c>: whether the operand is falsy.</summary>
internal sealed class NotNode(LogicNode operand) : LogicNode
{
    public override LogicCell Value(in LogicCell data, LogicBudget budget)
    {
        budget.Spend(1);
        return LogicCell.Of(!operand.Value(data, budget).IsTruthy);
    }
}

/// <summary><c>===</c>: strict sameness of scalars.</summary>
internal sealed class SameNode(LogicNode left, LogicNode right) : LogicNode
{
    public override LogicCell Value(in LogicCell data, LogicBudget budget)
    {
        budget.Spend(1);
        var first = left.Value(data, budget);
        return LogicCell.Of(first.IsSameAs(right.Value(data, budget)));
    }
}

/// <summary><c>in</c>: whether a list has an element that is the same.</summary>
internal sealed class InNode(LogicNode wanted, LogicNode list) : LogicNode
{
    public override LogicCell Value(in LogicCell data, LogicBudget budget)
    {
        budget.Spend(1);
        var value = wanted.Value(data, budget);
        var items = list.Value(data, budget);
        if (items.Kind != LogicKind.List) throw new LogicException("The right-hand side of \"in\" is not an array.");
        foreach (ref readonly var item in ((LogicList)items.Held!).Items.AsSpan())
        {
            budget.Spend(1);
            if (item.IsSameAs(value)) return LogicCell.Of(true);
        }

        return LogicCell.Of(false);
    }
}

/// <summary><c>+</c>: the sum of two numbers.</summary>
internal sealed class SumNode(LogicNode left, LogicNode right) : LogicNode
{
    public override LogicCell Value(in LogicCell data, LogicBudget budget)
    {
        budget.Spend(1);
        var first = NumberComparisonNode.Number(left.Value(data, budget), "+");
        return LogicCell.Of(first + NumberComparisonNode.Number(right.Value(data, budget), "+"));
    }
}

/// <summary><c>reduce</c>: the body once for each element, which sees only it and what the bodies before made.</summary>
internal sealed class ReduceNode(LogicNode list, LogicNode body, LogicNode initial) : LogicNode
{
    public override LogicCell Value(in LogicCell data, LogicBudget budget)
    {
        budget.Spend(1);
        var value = initial.Value(data, budget);
        var items = list.Value(data, budget);
        if (items.Kind == LogicKind.Null) return value;
        if (items.Kind != LogicKind.List) throw new LogicException("The first operand of \"reduce\" is not an array.");
        foreach (var item in ((LogicList)items.Held!).Items) value = body.Value(LogicCell.Of(new ReduceScope(value, item)), budget);
        return value;
    }
}
