namespace Certification.Domain.Rulebooks.CertLogic;

/// <summary>Evaluates CertLogic. Pure, and bounded in steps, depth and size, so that no rule and no declaration can make it run
/// long or grow. Values are null, <see cref="bool"/>, <see cref="double"/>, <see cref="string"/>, <see cref="DateTimeOffset"/>,
/// lists of values, and objects as dictionaries of values.</summary>
public static class LogicEvaluator
{
    /// <summary>More steps than any rule of sense takes; one step is one operation, operand or element, or 64 characters
    /// looked through.</summary>
    public const int MostSteps = 10_000;

    /// <summary>Most values in a list that a rule makes, where parts that occur twice count twice.</summary>
    public const int MostValues = 10_000;

    /// <summary>How deep lists that a rule makes may be nested. Expressions themselves nest at most 64 levels.</summary>
    public const int DeepestList = 32;

    /// <summary>The value of the expression over this data.</summary>
    /// <exception cref="LogicException">The data has types that the operators do not take, or a bound is reached.</exception>
    public static object? Evaluate(LogicExpression expression, LogicData data) =>
        expression.Program.Value(data.Root, new LogicBudget()).ToObject();

    /// <summary>Whether the expression is truthy over this data, as CertLogic counts truth.</summary>
    /// <exception cref="LogicException">As for <see cref="Evaluate"/>.</exception>
    public static bool Holds(LogicExpression expression, LogicData data) =>
        expression.Program.Value(data.Root, new LogicBudget()).IsTruthy;
}

/// <summary>A well-formed rule met data that its operators do not take, or reached a bound.</summary>
public sealed class LogicException(string message) : Exception(message);
