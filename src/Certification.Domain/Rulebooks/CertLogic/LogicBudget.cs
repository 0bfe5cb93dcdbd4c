namespace Certification.Domain.Rulebooks.CertLogic;

/// <summary>What one evaluation may spend. The same rule over the same data spends the same on every machine, so that a verdict
/// never depends on how fast one is.</summary>
internal sealed class LogicBudget
{
    private int _steps;

    /// <summary>Spends steps: one an operation, operand or element looked at.</summary>
    /// <exception cref="LogicException">More than <see cref="LogicEvaluator.MostSteps"/> in all.</exception>
    public void Spend(int steps)
    {
        _steps += steps;
        if (_steps is > LogicEvaluator.MostSteps or < 0)
            throw new LogicException($"The rule takes more than {LogicEvaluator.MostSteps} steps.");
    }

    /// <summary>Spends for looking through the characters of a text: one step for 64 of them.</summary>
    public void SpendOnText(int length) => Spend(length >> 6);

    /// <summary>A list of these items.</summary>
    /// <exception cref="LogicException">It would be larger or deeper than a rule of sense makes.</exception>
    public static LogicCell List(LogicCell[] items)
    {
        var list = LogicList.Of(items);
        if (list.Size > LogicEvaluator.MostValues)
            throw new LogicException($"The rule makes a list of more than {LogicEvaluator.MostValues} values.");
        return list.Depth <= LogicEvaluator.DeepestList
            ? LogicCell.Of(list)
            : throw new LogicException($"The rule makes lists nested deeper than {LogicEvaluator.DeepestList} levels.");
    }
}
