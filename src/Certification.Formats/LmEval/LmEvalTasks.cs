using System.Globalization;
using System.Text.Json;
using Certification.Domain.Evidence;
using Certification.Formats.Json;

namespace Certification.Formats.LmEval;

/// <summary>What a result file says of each task: values, version, samples, and of which task it is a part.</summary>
internal sealed class LmEvalTasks
{
    private const int MostScores = 200;

    private readonly List<(string Task, string Metric, double Value)> _values = [];
    private readonly List<(string Group, string Task)> _subtasks = [];
    private readonly Dictionary<string, string> _versions = [];
    private readonly Dictionary<string, (long? Original, long? Effective)> _counts = [];

    public static bool Wants(string shape) => shape is "/results" or "/versions" or "/n-samples" or "/group_subtasks"
        || IsBelow(shape, "/results/", 2) || IsBelow(shape, "/versions/", 1) || IsBelow(shape, "/n-samples/", 2) || IsBelow(shape, "/group_subtasks/", 2);

    public void Value(JsonPlace place, JsonScalar value, JsonFacts facts)
    {
        switch (place.Shape.Split('/'))
        {
            case ["", "results", var task, var metric] when value.Type == JsonTokenType.Number && _values.Count < 2 * MostScores:
                if (facts.Number(place, value) is { } number)
                    _values.Add((task, metric, number));
                break;
            case ["", "group_subtasks", var group, "*"] when value.Text is { } subtask && _subtasks.Count < MostScores:
                _subtasks.Add((group, subtask));
                break;
            case ["", "versions", var task] when _versions.Count < MostScores:
                _versions[task] = value.Text ?? value.Number.ToString(CultureInfo.InvariantCulture);
                break;
            case ["", "n-samples", var task, "original"]:
                _counts[task] = _counts.GetValueOrDefault(task) with { Original = facts.Count(place, value) };
                break;
            case ["", "n-samples", var task, "effective"]:
                _counts[task] = _counts.GetValueOrDefault(task) with { Effective = facts.Count(place, value) };
                break;
        }
    }

    /// <summary>One for each task and metric; the scorer is the task.</summary>
    public IReadOnlyList<RunScore> Scores() =>
    [
        .. _values.Where(IsValue).Take(MostScores).Select(value => new RunScore(
            value.Task, Name(value.Metric), value.Value, CountsOf(value.Task).Completed, ErrorOf(value.Task, value.Metric), null, 0)),
    ];

    /// <summary>A task with subtasks shows how the model does on each part of it, such as each group of people of a bias benchmark.</summary>
    public IReadOnlyList<GroupScore> Groups() =>
    [
        .. from part in _subtasks
           from value in _values
           where value.Task == part.Task && IsValue(value)
           select new GroupScore(part.Group, part.Task, Name(value.Metric), value.Value, CountsOf(part.Task).Completed, $"/results/{part.Task}"),
    ];

    public string? VersionOf(string task) => _versions.GetValueOrDefault(task);

    public SampleCounts CountsOf(string task)
    {
        var (original, effective) = _counts.GetValueOrDefault(task);
        return new(original, 1, effective, effective, null, 0);
    }

    /// <summary>Of all tasks together; unknown where it is unknown of one.</summary>
    public SampleCounts Counts()
    {
        var effective = Sum(counts => counts.Effective);
        return new(Sum(counts => counts.Original), 1, effective, effective, null, 0);
    }

    private static bool IsValue((string Task, string Metric, double Value) value) => !value.Metric.Contains("_stderr", StringComparison.Ordinal);

    // "exact_match,none" is a metric with its filter; its error stands as "exact_match_stderr,none".
    private static string Name(string metric) => metric.Split(',')[0];

    private double? ErrorOf(string task, string metric)
    {
        var parts = metric.Split(',', 2);
        var name = parts.Length == 2 ? $"{parts[0]}_stderr,{parts[1]}" : metric + "_stderr";
        return _values.Where(value => value.Task == task && value.Metric == name).Select(value => (double?)value.Value).FirstOrDefault();
    }

    private long? Sum(Func<(long? Original, long? Effective), long?> part) =>
        _counts.Count > 0 && _counts.Values.All(counts => part(counts) is not null) ? _counts.Values.Sum(counts => part(counts)!.Value) : null;

    private static bool IsBelow(string shape, string prefix, int levels) => shape.StartsWith(prefix, StringComparison.Ordinal)
        && shape.AsSpan(prefix.Length).Count('/') < levels;
}
