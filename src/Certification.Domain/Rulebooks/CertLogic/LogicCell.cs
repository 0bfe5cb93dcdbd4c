namespace Certification.Domain.Rulebooks.CertLogic;

/// <summary>What a cell holds.</summary>
internal enum LogicKind : byte { Null, Truth, Number, Text, Time, List, Members }

/// <summary>A value during evaluation: scalars without allocation, everything else behind one reference.</summary>
internal readonly struct LogicCell
{
    private LogicCell(LogicKind kind, double number, object? held) => (Kind, Number, Held) = (kind, number, held);

    public LogicKind Kind { get; }

    /// <summary>A number, or 1 and 0 for true and false.</summary>
    public double Number { get; }

    /// <summary>A <see cref="string"/>, <see cref="DateTimeOffset"/>, <see cref="LogicList"/>, <see cref="LogicMembers"/> or
    /// <see cref="ReduceScope"/>, as the kind says; null for other kinds.</summary>
    public object? Held { get; }

    public static LogicCell Of(bool truth) => new(LogicKind.Truth, truth ? 1 : 0, null);

    public static LogicCell Of(double number) => new(LogicKind.Number, number, null);

    public static LogicCell Of(string text) => new(LogicKind.Text, 0, text);

    public static LogicCell Of(DateTimeOffset time) => new(LogicKind.Time, 0, time);

    public static LogicCell Of(LogicList list) => new(LogicKind.List, 0, list);

    public static LogicCell Of(LogicMembers members) => new(LogicKind.Members, 0, members);

    public static LogicCell Of(ReduceScope scope) => new(LogicKind.Members, 0, scope);

    /// <summary>Empty strings, arrays and objects are falsy, and so are 0, null and false.</summary>
    public bool IsTruthy => Kind switch
    {
        LogicKind.Null => false,
        LogicKind.Truth or LogicKind.Number => Number != 0,
        LogicKind.Text => ((string)Held!).Length > 0,
        LogicKind.List => ((LogicList)Held!).Items.Length > 0,
        LogicKind.Members => Held is not LogicMembers members || members.ByName.Count > 0,
        _ => true,
    };

    /// <summary>Strict sameness of scalars; arrays and objects are the same as nothing.</summary>
    public bool IsSameAs(in LogicCell other) => Kind == other.Kind && Kind switch
    {
        LogicKind.Null => true,
        LogicKind.Truth or LogicKind.Number => Number.Equals(other.Number),
        LogicKind.Text => (string)Held! == (string)other.Held!,
        LogicKind.Time => Held!.Equals(other.Held),
        _ => false,
    };

    /// <summary>The value as callers outside the evaluator see it.</summary>
    public object? ToObject() => Kind switch
    {
        LogicKind.Null => null,
        LogicKind.Truth => Number != 0,
        LogicKind.Number => Number,
        LogicKind.List => ((LogicList)Held!).Items.Select(item => item.ToObject()).ToList(),
        LogicKind.Members when Held is LogicMembers members => members.ByName.ToDictionary(member => member.Key, member => member.Value.ToObject()),
        LogicKind.Members => ((ReduceScope)Held!).ToObject(),
        _ => Held,
    };
}

/// <summary>A list. Its size counts shared parts as often as they occur, since that is what writing it costs.</summary>
/// <param name="Size">Values in it, itself included.</param>
/// <param name="Depth">Lists within lists; 1 for a flat one.</param>
internal sealed record LogicList(LogicCell[] Items, long Size, int Depth)
{
    /// <summary>A list of these items, measured.</summary>
    public static LogicList Of(LogicCell[] items)
    {
        var (size, depth) = (1L, 0);
        foreach (var item in items)
        {
            var inner = item.Held as LogicList;
            size += inner?.Size ?? 1;
            depth = Math.Max(depth, inner?.Depth ?? 0);
        }

        return new(items, size, depth + 1);
    }
}

/// <summary>An object of the data.</summary>
internal sealed record LogicMembers(IReadOnlyDictionary<string, LogicCell> ByName);

/// <summary>The data that the body of <c>reduce</c> sees.</summary>
internal sealed record ReduceScope(LogicCell Accumulator, LogicCell Current)
{
    /// <summary>The scope as callers outside the evaluator see it.</summary>
    public Dictionary<string, object?> ToObject() => new() { ["accumulator"] = Accumulator.ToObject(), ["current"] = Current.ToObject() };
}
