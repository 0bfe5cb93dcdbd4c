using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Certification.Domain.Rulebooks.CertLogic;

/// <summary>What a cell holds.</summary>
internal enum LogicKind : byte { Null, Truth, Number, Text, Time, List, Members }

/// <summary>A value during evaluation, without allocation for what data and constants already hold. Text, lists and members
/// of the data stay JSON; what a rule makes itself is in <see cref="Made"/>.</summary>
internal readonly struct LogicCell
{
    private LogicCell(LogicKind kind, double number, object? made, JsonElement json) =>
        (Kind, Number, Made, Json) = (kind, number, made, json);

    public LogicKind Kind { get; }

    /// <summary>A number, or 1 and 0 for true and false.</summary>
    public double Number { get; }

    /// <summary>A <see cref="LogicText"/>, <see cref="DateTimeOffset"/>, <see cref="LogicList"/> or <see cref="ReduceScope"/>;
    /// null for what is JSON.</summary>
    public object? Made { get; }

    public JsonElement Json { get; }

    public static LogicCell Of(bool truth) => new(LogicKind.Truth, truth ? 1 : 0, null, default);

    public static LogicCell Of(double number) => new(LogicKind.Number, number, null, default);

    public static LogicCell Of(string text) => new(LogicKind.Text, 0, new LogicText(text), default);

    public static LogicCell Of(DateTimeOffset time) => new(LogicKind.Time, 0, time, default);

    public static LogicCell Of(LogicList list) => new(LogicKind.List, 0, list, default);

    public static LogicCell Of(ReduceScope scope) => new(LogicKind.Members, 0, scope, default);

    public static LogicCell Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => Of(true),
        JsonValueKind.False => Of(false),
        JsonValueKind.Number => Of(json.GetDouble()),
        JsonValueKind.String => new(LogicKind.Text, 0, null, json),
        JsonValueKind.Array => new(LogicKind.List, 0, null, json),
        JsonValueKind.Object => new(LogicKind.Members, 0, null, json),
        _ => default,
    };

    /// <summary>Empty strings, arrays and objects are falsy, and so are 0, null and false.</summary>
    public bool IsTruthy => Kind switch
    {
        LogicKind.Null => false,
        LogicKind.Truth or LogicKind.Number => Number != 0,
        LogicKind.Text => Made is LogicText text ? text.Value.Length > 0 : !Json.ValueEquals(""u8),
        LogicKind.List => Made is LogicList list ? list.Items.Length > 0 : Json.GetArrayLength() > 0,
        LogicKind.Members => Made is not null || Json.GetPropertyCount() > 0,
        _ => true,
    };

    /// <summary>Strict sameness of scalars; arrays and objects are the same as nothing.</summary>
    public bool IsSameAs(in LogicCell other) => Kind == other.Kind && Kind switch
    {
        LogicKind.Null => true,
        LogicKind.Truth or LogicKind.Number => Number.Equals(other.Number),
        LogicKind.Time => Made!.Equals(other.Made),
        LogicKind.Text => (Made, other.Made) switch
        {
            (LogicText own, LogicText text) => own.Value == text.Value,
            (LogicText own, _) => other.Json.ValueEquals(own.Utf8),
            (_, LogicText text) => Json.ValueEquals(text.Utf8),
            _ => IsSameText(Json, other.Json),
        },
        _ => false,
    };

    // A value set has hundreds of texts: they are compared where they stand, and unescaped only where something is escaped.
    private static bool IsSameText(JsonElement left, JsonElement right)
    {
        var own = JsonMarshal.GetRawUtf8Value(left);
        var text = JsonMarshal.GetRawUtf8Value(right);
        return own.SequenceEqual(text) || ((own.Contains((byte)'\\') || text.Contains((byte)'\\')) && left.ValueEquals(right.GetString()));
    }

    /// <summary>The value as callers outside the evaluator see it.</summary>
    public object? ToObject() => Kind switch
    {
        LogicKind.Null => null,
        LogicKind.Truth => Number != 0,
        LogicKind.Number => Number,
        LogicKind.Text => Made is LogicText text ? text.Value : Json.GetString(),
        LogicKind.List when Made is LogicList list => list.Items.Select(item => item.ToObject()).ToList(),
        LogicKind.Members when Made is ReduceScope scope => new Dictionary<string, object?>
        {
            ["accumulator"] = scope.Accumulator.ToObject(), ["current"] = scope.Current.ToObject(),
        },
        LogicKind.Time => Made,
        _ => LogicValue.From(Json),
    };
}

/// <summary>A text that a rule brings along or makes, in both forms in which it is compared.</summary>
internal sealed class LogicText(string value)
{
    public string Value { get; } = value;

    public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(value);
}

/// <summary>A list that a rule made. Its size counts shared parts as often as they occur, since that is what writing it costs.</summary>
/// <param name="Size">Values in it, itself included.</param>
/// <param name="Depth">Lists within lists; 1 for a flat one.</param>
internal sealed record LogicList(LogicCell[] Items, long Size, int Depth);

/// <summary>The data that the body of <c>reduce</c> sees.</summary>
internal sealed record ReduceScope(LogicCell Accumulator, LogicCell Current);
