using System.Text.Json;
using System.Text.Json.Serialization;

namespace Certification.Domain.Rulebooks.CertLogic;

/// <summary>An expression in the CertLogic dialect of JsonLogic (EU DCC business rules, specification 1.3). A value of this
/// type is well-formed: an unknown operator or a wrong number of operands is found when a rulebook is read, not when the
/// first submission meets the rule.</summary>
[JsonConverter(typeof(LogicExpressionJsonConverter))]
public sealed class LogicExpression : IEquatable<LogicExpression>
{
    private LogicExpression(JsonElement json) => (Json, Program) = (json, LogicNode.Compile(json));

    /// <summary>The expression as it was written.</summary>
    public JsonElement Json { get; }

    /// <summary>The expression as it is evaluated.</summary>
    internal LogicNode Program { get; }

    /// <summary>Takes a well-formed expression.</summary>
    /// <exception cref="JsonException">It is not well-formed; the message names every issue.</exception>
    public static LogicExpression From(JsonElement json)
    {
        var issues = LogicValidator.Validate(json);
        return issues.Count == 0
            ? new(json.Clone())
            : throw new JsonException(string.Join("; ", issues.Select(issue => $"{issue.Message}: {issue.Expression}")));
    }

    /// <summary>The data paths that the expression reads, outside the body of <c>reduce</c>, which has data of its own.</summary>
    public IEnumerable<string> Variables() => LogicWalk.Variables(Json);

    /// <summary>The string constants that the expression compares with.</summary>
    public IEnumerable<string> Constants() => LogicWalk.Constants(Json);

    /// <inheritdoc/>
    public bool Equals(LogicExpression? other) => other is not null && JsonElement.DeepEquals(Json, other.Json);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LogicExpression);

    /// <inheritdoc/>
    public override int GetHashCode() => Json.GetRawText().Length;

    /// <inheritdoc/>
    public override string ToString() => Json.GetRawText();
}

/// <summary>Reads and writes an expression as the JSON that it is.</summary>
public sealed class LogicExpressionJsonConverter : JsonConverter<LogicExpression>
{
    /// <inheritdoc/>
    public override LogicExpression Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        LogicExpression.From(JsonElement.ParseValue(ref reader));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LogicExpression value, JsonSerializerOptions options) =>
        value.Json.WriteTo(writer);
}
