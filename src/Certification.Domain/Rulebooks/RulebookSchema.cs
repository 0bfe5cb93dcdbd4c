using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Certification.Domain.Evidence;
using Certification.Domain.Rulebooks.CertLogic;

namespace Certification.Domain.Rulebooks;

/// <summary>The JSON Schema (draft 2020-12) of rulebooks, for editors and for other people's tools. It is derived from the
/// records that read them, so that the two cannot drift apart: what the schema refuses, the reader refuses as well. The reader
/// also compares parts with each other, which no schema says.</summary>
public static class RulebookSchema
{
    /// <summary>Name of the published file, and the end of its <c>$id</c>.</summary>
    public const string FileName = "rulebook.schema.json";

    /// <summary>The schema: a floor, or a jurisdiction's additions to one.</summary>
    public static JsonObject Create() => new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["$id"] = $"urn:certification:{FileName}",
        ["title"] = "Rulebook",
        ["description"] = "The common floor, or one jurisdiction's additions to it.",
        ["anyOf"] = new JsonArray(Reference("floor"), Reference("additions")),
        ["$defs"] = new JsonObject
        {
            ["floor"] = SchemaOf<Rulebook>("floor"),
            ["additions"] = SchemaOf<RulebookAdditions>("additions"),
            ["logic"] = LogicSchema.Create(),
        },
    };

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/$defs/{name}" };

    private static JsonNode SchemaOf<T>(string name)
    {
        var schema = DomainJson.Strict.GetJsonSchemaAsNode(typeof(T), new JsonSchemaExporterOptions { TransformSchemaNode = Refine });
        Rebase(schema, $"#/$defs/{name}");
        return schema;
    }

    private static JsonNode Refine(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (context.TypeInfo.Type == typeof(LogicExpression))
            return Reference("logic");
        if (schema is not JsonObject node || context.PropertyInfo is not { } property)
            return schema;
        foreach (var (keyword, value) in BoundsOf(property.DeclaringType, property.Name))
            node[keyword] = value;
        if (property.Name == "formats")
            node["items"] = new JsonObject { ["enum"] = new JsonArray([.. EvidenceFormats.All.Select(format => (JsonNode)format)]) };
        return node;
    }

    // Bounds that reading enforces value by value; those between values are the reader's alone.
    private static IEnumerable<KeyValuePair<string, JsonNode>> BoundsOf(Type owner, string property) => (owner.Name, property) switch
    {
        (nameof(Rulebook) or nameof(RulebookAdditions), "version") => [new("pattern", @"^[0-9]+\.[0-9]+\.[0-9]+$")],
        (nameof(EvidenceDemand), "maxAgeDays") or (nameof(IncidentClock), "reportWithinHours") or (nameof(EvidenceKind), "sizeLimit") => [new("minimum", 1)],
        (nameof(EvidenceKind), "effortHours") => [new("minimum", 0)],
        (nameof(EvaluationProtocol), "minimumCoverage") => [new("minimum", 0), new("maximum", 1)],
        (nameof(EvidenceKind), "formats" or "demands") or (nameof(TierRule) or nameof(BarredUse), "tests") => [new("minItems", 1)],
        _ => [],
    };

    // The exporter refers to a type that comes again by its place in a document of its own; here that document is a part.
    private static void Rebase(JsonNode? node, string root)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items) Rebase(item, root);
        }

        if (node is not JsonObject members) return;
        foreach (var member in members) Rebase(member.Value, root);
        if (members["$ref"]?.GetValue<string>() is { } place && place.StartsWith("#/", StringComparison.Ordinal) && !place.StartsWith("#/$defs/", StringComparison.Ordinal))
            members["$ref"] = root + place[1..];
    }
}
