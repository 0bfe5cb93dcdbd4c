using System.Text.Json;

namespace Certification.Domain.Rulebooks.CertLogic;

/// <summary>Collects what an expression refers to, so that a rulebook can be checked for misspelt paths and codes.</summary>
internal static class LogicWalk
{
    public static IEnumerable<string> Variables(JsonElement expression) => expression.ValueKind switch
    {
        JsonValueKind.Array => expression.EnumerateArray().SelectMany(Variables),
        JsonValueKind.Object => VariablesOfOperation(expression.EnumerateObject().Single()),
        _ => [],
    };

    public static IEnumerable<string> Constants(JsonElement expression) => expression.ValueKind switch
    {
        JsonValueKind.String => [expression.GetString()!],
        JsonValueKind.Array => expression.EnumerateArray().SelectMany(Constants),
        JsonValueKind.Object => ConstantsOfOperation(expression.EnumerateObject().Single()),
        _ => [],
    };

    private static IEnumerable<string> VariablesOfOperation(JsonProperty operation) => operation.Name switch
    {
        "var" => [operation.Value.GetString()!],
        "reduce" => Variables(operation.Value[0]).Concat(Variables(operation.Value[2])),
        _ => Variables(operation.Value),
    };

    private static IEnumerable<string> ConstantsOfOperation(JsonProperty operation) => operation.Name switch
    {
        "var" => [],
        "plusTime" => Constants(operation.Value[0]),
        _ => Constants(operation.Value),
    };
}
