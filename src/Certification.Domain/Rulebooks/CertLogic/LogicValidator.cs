using System.Text.Json;
using System.Text.RegularExpressions;

namespace Certification.Domain.Rulebooks.CertLogic;

/// <summary>One reason why an expression is not CertLogic.</summary>
/// <param name="Expression">The smallest expression that is at fault, as JSON text.</param>
/// <param name="Message">In the words of the CertLogic conformance suite.</param>
public sealed record LogicIssue(string Expression, string Message);

/// <summary>Says whether JSON is a CertLogic expression, without evaluating it.</summary>
public static partial class LogicValidator
{
    private const int DeepestNesting = 64;

    private static readonly string[] TimeUnits = ["year", "month", "day", "hour"];

    /// <summary>Every operator but <c>var</c>, with the least and the largest number of its operands.</summary>
    internal static IReadOnlyList<(string Name, int Least, int Most)> Operators { get; } =
    [
        ("!", 1, 1), ("dccDateOfBirth", 1, 1),
        ("===", 2, 2), ("in", 2, 2), ("+", 2, 2), ("extractFromUVCI", 2, 2),
        ("<", 2, 3), (">", 2, 3), ("<=", 2, 3), (">=", 2, 3),
        ("after", 2, 3), ("before", 2, 3), ("not-after", 2, 3), ("not-before", 2, 3),
        ("if", 3, 3), ("plusTime", 3, 3), ("reduce", 3, 3),
        ("and", 2, 64),
    ];

    /// <summary>All issues of the expression; empty when it is well-formed.</summary>
    public static IReadOnlyList<LogicIssue> Validate(JsonElement expression)
    {
        var issues = new List<LogicIssue>();
        Collect(expression, 0, issues);
        return issues;
    }

    private static void Collect(JsonElement expression, int depth, List<LogicIssue> issues)
    {
        if (depth > DeepestNesting)
        {
            issues.Add(Issue(expression, $"nested deeper than {DeepestNesting} levels"));
            return;
        }

        switch (expression.ValueKind)
        {
            case JsonValueKind.String or JsonValueKind.True or JsonValueKind.False:
                break;
            case JsonValueKind.Number when IsInteger(expression):
                break;
            case JsonValueKind.Number:
                issues.Add(Issue(expression, $"{expression.GetRawText()} is a non-integer number"));
                break;
            case JsonValueKind.Array:
                CollectAll(expression, depth, issues);
                break;
            case JsonValueKind.Object when expression.GetPropertyCount() != 1:
                issues.Add(Issue(expression, $"expression object must have exactly one key, but it has {expression.GetPropertyCount()}"));
                break;
            case JsonValueKind.Object:
                CollectOperation(expression, expression.EnumerateObject().Single(), depth, issues);
                break;
            default:
                issues.Add(Issue(expression, "invalid CertLogic expression"));
                break;
        }
    }

    private static void CollectAll(JsonElement array, int depth, List<LogicIssue> issues)
    {
        foreach (var item in array.EnumerateArray())
            Collect(item, depth + 1, issues);
    }

    private static void CollectOperation(JsonElement expression, JsonProperty operation, int depth, List<LogicIssue> issues)
    {
        var operands = operation.Value;
        if (operation.Name == "var")
        {
            if (operands.ValueKind != JsonValueKind.String)
                issues.Add(Issue(expression, "not of the form { \"var\": \"<path>\" }"));
            else if (!DataPath().IsMatch(operands.GetString()!))
                issues.Add(Issue(expression, $"data access path doesn't have a valid format: {operands.GetString()}"));
            return;
        }

        if (operands.ValueKind != JsonValueKind.Array)
            issues.Add(Issue(expression, "operation not of the form { \"<operator>\": [ <values...> ] }"));
        else if (OperandCount(operation.Name) is not var (least, most))
            issues.Add(Issue(expression, $"unrecognised operator: \"{operation.Name}\""));
        else if (operands.GetArrayLength() < least || operands.GetArrayLength() > most)
            issues.Add(Issue(expression, $"\"{operation.Name}\" takes {least} to {most} operands, not {operands.GetArrayLength()}"));
        else if (operation.Name == "plusTime" && !(IsInteger(operands[1]) && IsTimeUnit(operands[2])))
            issues.Add(Issue(expression, "\"plusTime\" wants an integer amount and a unit year, month, day or hour"));
        else if (operation.Name == "extractFromUVCI" && !IsInteger(operands[1]))
            issues.Add(Issue(expression, "\"extractFromUVCI\" wants an integer index"));
        else
            CollectAll(operands, depth, issues);
    }

    private static (int Least, int Most)? OperandCount(string name) =>
        Operators.FirstOrDefault(known => known.Name == name) is { Name: not null } found ? (found.Least, found.Most) : null;

    private static bool IsInteger(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && double.IsInteger(value.GetDouble());

    private static bool IsTimeUnit(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && TimeUnits.Contains(value.GetString());

    private static LogicIssue Issue(JsonElement expression, string message) => new(expression.GetRawText(), message);

    [GeneratedRegex(@"^$|^[^.]+(\.[^.]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex DataPath();
}
