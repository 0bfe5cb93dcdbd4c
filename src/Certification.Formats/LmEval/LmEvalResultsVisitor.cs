using System.Globalization;
using Certification.Domain.Evidence;
using Certification.Formats.Json;

namespace Certification.Formats.LmEval;

/// <summary>Reads result files of lm-evaluation-harness, of 2023 (no date, no version, no counts) and later. The file is
/// written at the end of a run only, so that it counts as one that succeeded.</summary>
internal sealed class LmEvalResultsVisitor : FormatVisitor
{
    private const int MostScores = 200;

    private static readonly RunPlaces Places = new(
        Task: "/results", Model: "/config/model_args", DatasetSize: "/n-samples", Total: "/n-samples", Completed: "/n-samples", Samples: "/n-samples",
        Scores: "/results", Revision: "/git_hash", Harness: "/lm_eval_version", Date: "/date", ForeignCode: "/config/model_args");

    private readonly List<(string Group, string Task)> _subtasks = [];
    private readonly List<(string Task, string Metric, double Value)> _values = [];
    private readonly Dictionary<string, string> _versions = [];
    private readonly Dictionary<string, (long? Original, long? Effective)> _counts = [];
    private bool _hasResults;
    private string? _arguments;
    private string? _model;
    private string? _revision;
    private string? _harness;
    private string? _commit;
    private DateTimeOffset? _date;

    public override bool IsRecognised => _hasResults && _arguments is not null;

    public override bool Wants(string shape) => shape is "" or "/results" or "/versions" or "/n-samples" or "/config" or "/config/model_args"
        or "/config/model_sha" or "/model_name" or "/date" or "/lm_eval_version" or "/git_hash"
        || IsBelow(shape, "/results/", 2) || IsBelow(shape, "/versions/", 1) || IsBelow(shape, "/n-samples/", 2)
        || shape == "/group_subtasks" || IsBelow(shape, "/group_subtasks/", 2);

    public override void Opens(JsonPlace place) => _hasResults |= place.Shape == "/results";

    public override void Value(JsonPlace place, JsonScalar value)
    {
        switch (place.Shape)
        {
            case "/config/model_args": _arguments = value.Text; break;
            case "/config/model_sha": _revision = value.Text; break;
            case "/model_name": _model = value.Text; break;
            case "/lm_eval_version": _harness = value.Text; break;
            case "/git_hash": _commit = value.Text; break;
            case "/date" when value.Number is > 0 and < 4e9: _date = DateTimeOffset.FromUnixTimeSeconds((long)value.Number); break;
            default: Detail(place, value); break;
        }
    }

    public override FormatReading Reading()
    {
        var model = _model ?? Argument("pretrained") ?? Argument("model");
        var scores = _values.Where(value => !value.Metric.Contains("_stderr", StringComparison.Ordinal)).Take(MostScores)
            .Select(value => (value.Task, Score: new RunScore(
                value.Task, Name(value.Metric), value.Value, _counts.GetValueOrDefault(value.Task).Effective, ErrorOf(value.Task, value.Metric), null, 0)))
            .ToList();
        var effective = Sum(counts => counts.Effective);
        var run = new EvaluationRun(
            null, null, string.Join(", ", scores.Select(score => score.Task).Distinct().Take(10)), null, model, [],
            _commit is null ? null : new CodeRevision(null, _commit, null), _harness,
            new SampleCounts(Sum(counts => counts.Original), 1, effective, effective, null, 0),
            [.. scores.Select(score => score.Score)], null, _date, RanForeignCode: Argument("trust_remote_code") == "True")
        {
            CarriesStatus = false, IsModelPinned = _revision is not null || Argument("revision") is not null, Places = Places, Groups = Groups(),
            Parts = scores.Count == 0 ? [] : [.. scores.GroupBy(score => score.Task).Select(task => new RunPart(null, task.Key, CountsOf(task.Key), [.. task.Select(score => score.Score)]))],
        };
        return new("lm-eval-results", [.. scores.Select(score => new Claim(
            model, "evaluation", _revision, Benchmark: score.Task, BenchmarkVersion: _versions.GetValueOrDefault(score.Task),
            Harness: "lm_eval", HarnessVersion: _harness, Metric: score.Score.Metric, Value: score.Score.Value,
            StandardError: score.Score.StandardError, Samples: score.Score.Scored, SamplesTotal: _counts.GetValueOrDefault(score.Task).Original,
            PerformedOn: _date, Where: "/results"))], Facts.Faults, Run: run);
    }

    private void Detail(JsonPlace place, JsonScalar value)
    {
        var segments = place.Shape.Split('/');
        switch (segments)
        {
            case ["", "results", var task, var metric] when value.Type == System.Text.Json.JsonTokenType.Number && _values.Count < 2 * MostScores:
                if (Facts.Number(place, value) is { } number)
                    _values.Add((task, metric, number));
                break;
            case ["", "group_subtasks", var group, "*"] when value.Text is { } subtask && _subtasks.Count < MostScores:
                _subtasks.Add((group, subtask));
                break;
            case ["", "versions", var task] when _versions.Count < MostScores:
                _versions[task] = value.Text ?? value.Number.ToString(CultureInfo.InvariantCulture);
                break;
            case ["", "n-samples", var task, "original"]:
                _counts[task] = _counts.GetValueOrDefault(task) with { Original = Facts.Count(place, value) };
                break;
            case ["", "n-samples", var task, "effective"]:
                _counts[task] = _counts.GetValueOrDefault(task) with { Effective = Facts.Count(place, value) };
                break;
        }
    }

    // A task with subtasks shows how the model does on each part of it, such as each group of people of a bias benchmark.
    private IReadOnlyList<GroupScore> Groups() =>
    [
        .. from part in _subtasks
           from value in _values
           where value.Task == part.Task && !value.Metric.Contains("_stderr", StringComparison.Ordinal)
           select new GroupScore(part.Group, part.Task, Name(value.Metric), value.Value, CountsOf(part.Task).Completed, $"/results/{part.Task}"),
    ];

    private SampleCounts CountsOf(string task)
    {
        var (original, effective) = _counts.GetValueOrDefault(task);
        return new(original, 1, effective, effective, null, 0);
    }

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

    private string? Argument(string name) => _arguments?.Split(',').FirstOrDefault(part => part.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];

    private static bool IsBelow(string shape, string prefix, int levels) => shape.StartsWith(prefix, StringComparison.Ordinal)
        && shape.AsSpan(prefix.Length).Count('/') < levels;
}
