using System.Globalization;
using Certification.Domain.Evidence;
using Certification.Formats.Json;

namespace Certification.Formats.Moonshot;

/// <summary>Reads Moonshot benchmark results: recipes, each with a summary for every model and the prompts behind it.</summary>
internal sealed class MoonshotVisitor : FormatVisitor
{
    private const string Recipe = "/results/recipes/*";
    private const string Summary = Recipe + "/evaluation_summary/*";
    private const int MostSummaries = 200;

    private static readonly RunPlaces Places = new(
        Status: "/metadata/status", Task: "/metadata/recipes", Model: "/metadata/endpoints", DatasetSize: "/metadata/prompt_selection_percentage",
        Total: Recipe + "/evaluation_summary", Completed: Recipe + "/evaluation_summary", Samples: Recipe + "/details", Scores: Recipe + "/evaluation_summary",
        Date: "/metadata/start_time", Duration: "/metadata/duration");

    // The lower two of the five grades of its scale.
    private static readonly string?[] Failing = ["D", "E"];

    private static readonly string[] Times = ["yyyyMMdd-HHmmss", "yyyy-MM-dd HH:mm:ss"];

    private readonly List<(string? Recipe, string? Model, long? Prompts, double? Grade, string? Letter)> _summaries = [];
    private (string? Model, long? Prompts, double? Grade, string? Letter) _summary;
    private string? _recipe;
    private int _first;
    private string? _status;
    private double? _percentage;
    private TimeSpan? _duration;
    private DateTimeOffset? _started;
    private DateTimeOffset? _ended;
    private long _carried;
    private bool _hasRecipes;

    public override bool IsRecognised => _hasRecipes && _percentage is not null;

    public override bool Wants(string shape) => shape is "" or "/metadata" or "/metadata/status" or "/metadata/duration" or "/metadata/start_time"
        or "/metadata/end_time" or "/metadata/prompt_selection_percentage" or "/results" or "/results/recipes" or Recipe or Recipe + "/id"
        or Recipe + "/details" or Recipe + "/details/*" or Recipe + "/details/*/data" or Recipe + "/details/*/data/*"
        or Recipe + "/evaluation_summary" or Summary or Summary + "/model_id" or Summary + "/num_of_prompts" or Summary + "/avg_grade_value" or Summary + "/grade";

    public override void Opens(JsonPlace place)
    {
        switch (place.Shape)
        {
            case "/results/recipes": _hasRecipes = true; break;
            case Recipe: (_recipe, _first) = (null, _summaries.Count); break;
            case Recipe + "/details/*/data/*": _carried++; break;
            case Summary: _summary = default; break;
        }
    }

    public override void Value(JsonPlace place, JsonScalar value)
    {
        switch (place.Shape)
        {
            case "/metadata/status": _status = Facts.Text(place, value); break;
            case "/metadata/duration" when value.Number is >= 0 and < 1e8: _duration = TimeSpan.FromSeconds(value.Number); break;
            case "/metadata/start_time": _started = Time(value); break;
            case "/metadata/end_time": _ended = Time(value); break;
            case "/metadata/prompt_selection_percentage": _percentage = Facts.Number(place, value); break;
            case Recipe + "/id": _recipe = Facts.Text(place, value); break;
            case Summary + "/model_id": _summary.Model = Facts.Text(place, value); break;
            case Summary + "/num_of_prompts": _summary.Prompts = Facts.Count(place, value); break;
            case Summary + "/grade": _summary.Letter = value.Text; break;
            case Summary + "/avg_grade_value": _summary.Grade = Facts.Number(place, value); break;
        }
    }

    // The recipe's id may follow its summaries.
    public override void Closes(JsonPlace place)
    {
        if (place.Shape == Summary && _summaries.Count < MostSummaries)
            _summaries.Add((null, _summary.Model, _summary.Prompts, _summary.Grade, _summary.Letter));
        if (place.Shape != Recipe)
            return;
        for (var index = _first; index < _summaries.Count; index++)
            _summaries[index] = _summaries[index] with { Recipe = _recipe };
    }

    public override FormatReading Reading()
    {
        var total = _summaries.Sum(summary => summary.Prompts ?? 0);
        string[] models = [.. _summaries.Select(summary => summary.Model).OfType<string>().Distinct()];
        var graded = _summaries.Where(summary => summary.Grade is not null).ToList();
        var run = new EvaluationRun(
            _status == "completed" ? "success" : _status, null, string.Join(", ", _summaries.Select(summary => summary.Recipe).Distinct().Take(10)), null, null, models,
            null, null, new SampleCounts(Whole(total), 1, total, total, _carried, 0),
            [.. graded.Select(summary => new RunScore(summary.Recipe ?? "", "grade", summary.Grade!.Value, summary.Prompts, null, null, 0))],
            _started, _ended, Duration: _duration)
        {
            Places = Places, Parts = Parts(),
        };
        return new("moonshot-results", [.. graded.Select(summary => new Claim(
            summary.Model, "evaluation", Benchmark: summary.Recipe, Harness: "moonshot", Metric: "grade", Value: summary.Grade,
            Samples: summary.Prompts, PerformedOn: _ended ?? _started, Where: Recipe + "/evaluation_summary", Passed: Failing.Contains(summary.Letter) ? false : summary.Letter is null ? null : true))], Facts.Faults, Run: run);
    }

    private IReadOnlyList<RunPart> Parts() =>
    [
        .. _summaries.Select(summary => new RunPart(summary.Model, summary.Recipe,
            new SampleCounts(summary.Prompts is { } prompts ? Whole(prompts) : null, 1, summary.Prompts, summary.Prompts, null, 0),
            summary.Grade is { } grade ? [new RunScore(summary.Recipe ?? "", "grade", grade, summary.Prompts, null, null, 0)] : [])),
    ];

    // Only a share of the prompts is drawn; what the benchmark has follows from it.
    private long? Whole(long prompts) => _percentage is > 0 and <= 100 ? (long)Math.Ceiling(prompts * 100 / _percentage.Value) : null;

    private static DateTimeOffset? Time(JsonScalar value) => DateTimeOffset.TryParseExact(
        value.Text, Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
