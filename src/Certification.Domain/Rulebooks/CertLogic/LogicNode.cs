using System.Text.Json;

namespace Certification.Domain.Rulebooks.CertLogic;

/// <summary>A validated expression, compiled once into a tree that is evaluated many times.</summary>
internal abstract class LogicNode
{
    /// <summary>The value over this data, within the budget.</summary>
    public abstract LogicCell Value(in LogicCell data, LogicBudget budget);

    /// <summary>Compiles an expression for which <see cref="LogicValidator"/> has no issue.</summary>
    public static LogicNode Compile(JsonElement expression) => expression.ValueKind switch
    {
        JsonValueKind.Array => new ArrayNode(CompileAll(expression)),
        JsonValueKind.Object => Operation(expression.EnumerateObject().Single()),
        _ => new ConstantNode(LogicData.Cell(expression)),
    };

    private static LogicNode Operation(JsonProperty operation)
    {
        if (operation.Name == "var") return new VariableNode(operation.Value.GetString()!);
        var operands = operation.Value;
        return operation.Name switch
        {
            "plusTime" => new PlusTimeNode(Compile(operands[0]), operands[1].GetDouble(), operands[2].GetString()!),
            "extractFromUVCI" => new UvciNode(Compile(operands[0]), (int)operands[1].GetDouble()),
            var name => Operation(name, CompileAll(operands)),
        };
    }

    private static LogicNode Operation(string name, LogicNode[] operands) => name switch
    {
        "if" => new IfNode(operands[0], operands[1], operands[2]),
        "and" => new AndNode(operands),
        "!" => new NotNode(operands[0]),
        "===" => new SameNode(operands[0], operands[1]),
        "in" => new InNode(operands[0], operands[1]),
        "+" => new SumNode(operands[0], operands[1]),
        "reduce" => new ReduceNode(operands[0], operands[1], operands[2]),
        "dccDateOfBirth" => new DateNode(operands[0]),
        "<" or ">" or "<=" or ">=" => new NumberComparisonNode(name, operands),
        "after" or "before" or "not-after" or "not-before" => new TimeComparisonNode(name, operands),
        _ => throw new LogicException($"\"{name}\" is no operator."),
    };

    private static LogicNode[] CompileAll(JsonElement array) => [.. array.EnumerateArray().Select(Compile)];
}

/// <summary>A constant.</summary>
internal sealed class ConstantNode(LogicCell value) : LogicNode
{
    public override LogicCell Value(in LogicCell data, LogicBudget budget)
    {
        budget.Spend(1);
        return value;
    }
}

/// <summary>A list of expressions; made once where all of them are constants.</summary>
internal sealed class ArrayNode : LogicNode
{
    private readonly LogicNode[] _items;
    private readonly LogicCell? _constant;

    public ArrayNode(LogicNode[] items)
    {
        _items = items;
        if (items.All(item => item is ConstantNode))
            _constant = Make(default, new LogicBudget());
    }

    public override LogicCell Value(in LogicCell data, LogicBudget budget)
    {
        if (_constant is not { } constant) return Make(data, budget);
        budget.Spend(1 + _items.Length);
        return constant;
    }

    private LogicCell Make(in LogicCell data, LogicBudget budget)
    {
        budget.Spend(1);
        var cells = new LogicCell[_items.Length];
        for (var index = 0; index < cells.Length; index++) cells[index] = _items[index].Value(data, budget);
        return LogicBudget.List(cells);
    }
}
