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

    private static readonly string[] Times = ["yyyyMMdd-HHmmss", "yyyy-MM-dd HH:mm:ss"];

    private readonly List<(string? Recipe, string? Model, long? Prompts, double? Grade)> _summaries = [];
    private (string? Model, long? Prompts, double? Grade) _summary;
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
        or Recipe + "/evaluation_summary" or Summary or Summary + "/model_id" or Summary + "/num_of_prompts" or Summary + "/avg_grade_value";

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
            case Summary + "/avg_grade_value": _summary.Grade = Facts.Number(place, value); break;
        }
    }

    // The recipe's id may follow its summaries.
    public override void Closes(JsonPlace place)
    {
        if (place.Shape == Summary && _summaries.Count < MostSummaries)
            _summaries.Add((null, _summary.Model, _summary.Prompts, _summary.Grade));
        if (place.Shape != Recipe)
            return;
        for (var index = _first; index < _summaries.Count; index++)
            _summaries[index] = _summaries[index] with { Recipe = _recipe };
    }

    public override FormatReading Reading()
    {
        var total = _summaries.Sum(summary => summary.Prompts ?? 0);
        // Only a share of the prompts is drawn; what the benchmark has follows from it.
        long? whole = _percentage is > 0 and <= 100 ? (long)Math.Ceiling(total * 100 / _percentage.Value) : null;
        string[] models = [.. _summaries.Select(summary => summary.Model).OfType<string>().Distinct()];
        var graded = _summaries.Where(summary => summary.Grade is not null).ToList();
        var run = new EvaluationRun(
            _status == "completed" ? "success" : _status, null, string.Join(", ", _summaries.Select(summary => summary.Recipe).Distinct().Take(10)), null, null, models,
            null, null, new SampleCounts(whole, 1, total, total, _carried, 0),
            [.. graded.Select(summary => new RunScore(summary.Recipe ?? "", "grade", summary.Grade!.Value, summary.Prompts, null, null, 0))],
            _started, _ended, Duration: _duration);
        return new("moonshot-results", [.. graded.Select(summary => new Claim(
            summary.Model, "evaluation", Benchmark: summary.Recipe, Harness: "moonshot", Metric: "grade", Value: summary.Grade,
            Samples: summary.Prompts, PerformedOn: _ended ?? _started, Where: Recipe))], Facts.Faults, Run: run);
    }

    private static DateTimeOffset? Time(JsonScalar value) => DateTimeOffset.TryParseExact(
        value.Text, Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
