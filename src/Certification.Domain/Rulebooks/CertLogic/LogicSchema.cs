using System.Text.Json.Nodes;

namespace Certification.Domain.Rulebooks.CertLogic;

/// <summary>The JSON Schema of a CertLogic expression, as <see cref="LogicValidator"/> takes it. To stand under
/// <c>#/$defs/logic</c>, to which it refers.</summary>
internal static class LogicSchema
{
    /// <summary>Literals, lists of expressions, and one operation an object.</summary>
    public static JsonObject Create() => new()
    {
        ["description"] = "An expression of CertLogic, a dialect of JSON logic.",
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = new JsonArray("string", "boolean", "integer") },
            new JsonObject { ["type"] = "array", ["items"] = Expression() },
            Operations()),
    };

    private static JsonObject Operations()
    {
        var operations = new JsonObject { ["var"] = new JsonObject { ["type"] = "string", ["pattern"] = @"^$|^[^.]+(\.[^.]+)*$" } };
        foreach (var (name, least, most) in LogicValidator.Operators)
        {
            operations[name] = new JsonObject { ["type"] = "array", ["items"] = Expression(), ["minItems"] = least, ["maxItems"] = most };
        }

        return new JsonObject
        {
            ["type"] = "object", ["properties"] = operations, ["additionalProperties"] = false, ["minProperties"] = 1, ["maxProperties"] = 1,
        };
    }

    private static JsonObject Expression() => new() { ["$ref"] = "#/$defs/logic" };
}
