using Certification.Domain.Evidence;
using Certification.Formats.Json;

namespace Certification.Formats.AiVerify;

/// <summary>Metrics by group in the output of a fairness plug-in: under <c>results</c> one object for each output class, with a
/// list of group and value under the name of each metric.</summary>
internal sealed class AiVerifyGroups
{
    private const string Results = "/output/results/*";
    private const string Feature = "/output/sensitive_feature/*";
    private const int MostGroups = 500;

    private readonly List<GroupScore> _all = [];
    private readonly List<string> _features = [];
    private readonly List<string> _group = [];
    private double? _value;
    private int _class = -1;

    public IReadOnlyList<GroupScore> All => [.. _all.Select(score => score with { Attribute = _features.Count > 0 ? string.Join(", ", _features) : null })];

    public static bool Wants(string shape) => shape is "/output/sensitive_feature" or Feature or Results
        || (shape.StartsWith(Results + "/", StringComparison.Ordinal) && shape[(Results.Length + 1)..].Split('/') is
            [_] or [_, "*"] or [_, "*", "group" or "metric"] or [_, "*", "group", "*"]);

    public void Opens(string shape)
    {
        if (shape == Results)
            _class++;
        else if (IsEntry(shape))
        {
            _value = null;
            _group.Clear();
        }
    }

    public void Value(string shape, JsonPlace place, JsonScalar value, JsonFacts facts)
    {
        if (shape == Feature && value.Text is { } feature && _features.Count < MostGroups)
            _features.Add(feature);
        else if (shape.StartsWith(Results + "/", StringComparison.Ordinal) && shape.EndsWith("/*/metric", StringComparison.Ordinal))
            _value = facts.Number(place, value);
        else if (shape.StartsWith(Results + "/", StringComparison.Ordinal) && shape.EndsWith("/*/group/*", StringComparison.Ordinal) && _group.Count < MostGroups)
            _group.Add(value.Text ?? value.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    // A value over several groups, such as a ratio between them, is of no group.
    public void Closes(string shape, JsonPlace place)
    {
        if (!IsEntry(shape) || _value is not { } value || _group.Count != 1 || _all.Count >= MostGroups)
            return;
        var metric = shape[(Results.Length + 1)..^"/*".Length];
        _all.Add(new(null, _class == 0 ? _group[0] : $"{_group[0]} (output {_class})", metric, value, null, place.Pointer));
    }

    private static bool IsEntry(string shape) => shape.StartsWith(Results + "/", StringComparison.Ordinal)
        && shape.EndsWith("/*", StringComparison.Ordinal) && shape.AsSpan(Results.Length + 1).Count('/') == 1;
}
