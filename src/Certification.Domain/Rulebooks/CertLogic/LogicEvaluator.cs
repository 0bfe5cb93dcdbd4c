using System.Text.Json;

namespace Certification.Domain.Rulebooks.CertLogic;

/// <summary>Evaluates CertLogic. Pure, and bounded in steps, so that no rule and no declaration can make it run long.
/// Values are null, <see cref="bool"/>, <see cref="double"/>, <see cref="string"/>, <see cref="DateTimeOffset"/>, lists of
/// values, and objects as dictionaries of values.</summary>
public sealed class LogicEvaluator
{
    /// <summary>More steps than any rule of sense takes; one step is one operation, operand or element.</summary>
    public const int MostSteps = 10_000;

    private int _steps;

    private LogicEvaluator()
    {
    }

    /// <summary>The value of the expression over this data.</summary>
    /// <exception cref="LogicException">The data has types that the operators do not take, or the budget is spent.</exception>
    public static object? Evaluate(LogicExpression expression, JsonElement data) =>
        new LogicEvaluator().Value(expression.Json, LogicValue.From(data));

    /// <summary>Whether the expression is truthy over this data, as CertLogic counts truth.</summary>
    /// <exception cref="LogicException">As for <see cref="Evaluate"/>.</exception>
    public static bool Holds(LogicExpression expression, JsonElement data) => LogicValue.IsTruthy(Evaluate(expression, data));

    private object? Value(JsonElement expression, object? data)
    {
        if (++_steps > MostSteps)
            throw new LogicException($"The rule takes more than {MostSteps} steps.");
        return expression.ValueKind switch
        {
            JsonValueKind.Array => expression.EnumerateArray().Select(item => Value(item, data)).ToList(),
            JsonValueKind.Object => Operation(expression.EnumerateObject().Single(), data),
            _ => LogicValue.From(expression),
        };
    }

    private object? Operation(JsonProperty operation, object? data)
    {
        var operands = operation.Value;
        return operation.Name switch
        {
            "var" => LogicValue.At(data, operands.GetString()!),
            "if" => Value(operands[LogicValue.IsTruthy(Value(operands[0], data)) ? 1 : 2], data),
            "and" => And(operands, data),
            "!" => !LogicValue.IsTruthy(Value(operands[0], data)),
            "===" => LogicValue.AreSame(Value(operands[0], data), Value(operands[1], data)),
            "in" => In(Value(operands[0], data), Value(operands[1], data)),
            "+" => Number(Value(operands[0], data), "+") + Number(Value(operands[1], data), "+"),
            "reduce" => Reduce(operands, data),
            "plusTime" => LogicTime.Plus(Value(operands[0], data), operands[1].GetDouble(), operands[2].GetString()!),
            "dccDateOfBirth" => LogicTime.Parse(Value(operands[0], data)),
            "extractFromUVCI" => Uvci.Extract(Value(operands[0], data), (int)operands[1].GetDouble()),
            var comparison => Compare(comparison, operands, data),
        };
    }

    private object? And(JsonElement operands, object? data)
    {
        object? value = null;
        foreach (var operand in operands.EnumerateArray())
        {
            value = Value(operand, data);
            if (!LogicValue.IsTruthy(value))
                return value;
        }

        return value;
    }

    private static bool In(object? wanted, object? list) => list is IReadOnlyList<object?> items
        ? items.Any(item => LogicValue.AreSame(item, wanted))
        : throw new LogicException("The right-hand side of \"in\" is not an array.");

    private object? Reduce(JsonElement operands, object? data)
    {
        var initial = Value(operands[2], data);
        return Value(operands[0], data) switch
        {
            null => initial,
            IReadOnlyList<object?> items => items.Aggregate(initial, (accumulator, current) => Value(operands[1],
                new Dictionary<string, object?> { ["accumulator"] = accumulator, ["current"] = current })),
            _ => throw new LogicException("The first operand of \"reduce\" is not an array."),
        };
    }

    private bool Compare(string name, JsonElement operands, object? data)
    {
        var values = operands.EnumerateArray().Select(operand => Value(operand, data)).ToList();
        return values.Zip(values.Skip(1)).All(pair => name switch
        {
            "<" => Number(pair.First, name) < Number(pair.Second, name),
            ">" => Number(pair.First, name) > Number(pair.Second, name),
            "<=" => Number(pair.First, name) <= Number(pair.Second, name),
            ">=" => Number(pair.First, name) >= Number(pair.Second, name),
            "after" => LogicTime.Parse(pair.First) > LogicTime.Parse(pair.Second),
            "before" => LogicTime.Parse(pair.First) < LogicTime.Parse(pair.Second),
            "not-after" => LogicTime.Parse(pair.First) <= LogicTime.Parse(pair.Second),
            "not-before" => LogicTime.Parse(pair.First) >= LogicTime.Parse(pair.Second),
            _ => throw new LogicException($"\"{name}\" is no operator."),
        });
    }

    private static double Number(object? value, string name) => value is double number
        ? number
        : throw new LogicException($"An operand of \"{name}\" is not a number.");
}

/// <summary>A well-formed rule met data that its operators do not take.</summary>
public sealed class LogicException(string message) : Exception(message);
