using Certification.Domain.Evidence;
using Certification.Formats.Json;

namespace Certification.Formats.LmEval;

/// <summary>Reads result files of lm-evaluation-harness, of 2023 (no date, no version, no counts) and later. They have no status:
/// the harness writes them at the end of a run.</summary>
internal sealed class LmEvalResultsVisitor : FormatVisitor
{
    private static readonly RunPlaces Places = new(
        Task: "/results", Model: "/config/model_args", DatasetSize: "/n-samples", Total: "/n-samples", Completed: "/n-samples", Samples: "/n-samples",
        Scores: "/results", Revision: "/git_hash", Harness: "/lm_eval_version", Date: "/date", ForeignCode: "/config/model_args");

    private readonly LmEvalTasks _tasks = new();
    private bool _hasResults;
    private string? _arguments;
    private string? _model;
    private string? _revision;
    private string? _harness;
    private string? _commit;
    private DateTimeOffset? _date;

    public override bool IsRecognised => _hasResults && _arguments is not null;

    public override bool Wants(string shape) => shape is "" or "/config" or "/config/model_args"
        or "/config/model_sha" or "/model_name" or "/date" or "/lm_eval_version" or "/git_hash"
        || LmEvalTasks.Wants(shape);

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
            default: _tasks.Value(place, value, Facts); break;
        }
    }

    public override FormatReading Reading()
    {
        var model = _model ?? Argument("pretrained") ?? Argument("model");
        var scores = _tasks.Scores();
        var run = new EvaluationRun(
            null, null, string.Join(", ", scores.Select(score => score.Scorer).Distinct().Take(10)), null, model, [],
            _commit is null ? null : new CodeRevision(null, _commit, null), _harness, _tasks.Counts(), scores, null, _date,
            RanForeignCode: Argument("trust_remote_code") == "True")
        {
            CarriesStatus = false, IsModelPinned = _revision is not null || Argument("revision") is not null, Places = Places, Groups = _tasks.Groups(),
            Parts = [.. scores.GroupBy(score => score.Scorer).Select(task => new RunPart(null, task.Key, _tasks.CountsOf(task.Key), [.. task]))],
        };
        return new("lm-eval-results", [.. scores.Select(score => new Claim(
            model, "evaluation", _revision, Benchmark: score.Scorer, BenchmarkVersion: _tasks.VersionOf(score.Scorer), Harness: "lm_eval",
            HarnessVersion: _harness, Metric: score.Metric, Value: score.Value, StandardError: score.StandardError, Samples: score.Scored,
            SamplesTotal: _tasks.CountsOf(score.Scorer).InDataset, PerformedOn: _date, Where: "/results"))], Facts.Faults, Run: run);
    }

    private string? Argument(string name) =>
        _arguments?.Split(',').FirstOrDefault(part => part.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];
}
