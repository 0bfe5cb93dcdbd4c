using Certification.Domain.Evidence;
using Certification.Formats.Json;

namespace Certification.Formats.Garak;

/// <summary>Reads garak reports: one record a line, told apart by <c>entry_type</c>. Attempts are counted as they pass; each
/// stands twice, once when started and once when finished, and only the latter counts.</summary>
internal sealed class GarakReportVisitor : FormatVisitor
{
    private const double Finished = 2;
    private const int MostEvaluations = 200;

    // A report has records, not members; its entry types are the places to look at.
    private static readonly RunPlaces Places = new(
        Status: "completion", Task: "eval", Model: "start_run setup", DatasetSize: "attempt", Total: "eval", Completed: "eval", Samples: "attempt",
        Scores: "eval", Harness: "init", Date: "init");

    private readonly List<GarakEvaluation> _evaluations = [];
    private GarakRecord _record;
    private string? _target;
    private string? _targetType;
    private string? _version;
    private long? _generations;
    private DateTimeOffset? _started;
    private DateTimeOffset? _ended;
    private bool _isComplete;
    private long _prompts;
    private long _outputs;
    private bool _isRecognised;

    public override bool IsRecognised => _isRecognised;

    public override bool IsByLine => true;

    public override bool Wants(string shape) => shape is "" or "/entry_type" or "/garak_version" or "/start_time" or "/end_time"
        or "/plugins.target_name" or "/plugins.model_name" or "/plugins.target_type" or "/plugins.model_type" or "/run.generations"
        or "/status" or "/outputs" or "/outputs/*" or "/probe" or "/detector" or "/passed" or "/total" or "/total_evaluated"
        or "/confidence" or "/confidence_lower" or "/confidence_upper";

    public override void Opens(JsonPlace place)
    {
        if (place.Shape.Length == 0)
            _record = default;
        else if (place.Shape == "/outputs/*")
            _record.Outputs++;
    }

    public override void Value(JsonPlace place, JsonScalar value)
    {
        switch (place.Shape)
        {
            case "/entry_type": _record.Type = value.Text; break;
            case "/garak_version": _version = value.Text; break;
            case "/start_time": _record.Start = value; break;
            case "/end_time": _record.End = value; break;
            case "/plugins.target_name" or "/plugins.model_name": _target = value.Text ?? _target; break;
            case "/plugins.target_type" or "/plugins.model_type": _targetType = value.Text ?? _targetType; break;
            case "/run.generations" when value.Number is >= 1 and <= 10_000: _generations = (long)value.Number; break;
            case "/status": _record.IsFinished = value.Number == Finished; break;
            case "/outputs/*" when !value.IsNull: _record.Outputs++; break;
            case "/probe": _record.Probe = value.Text; break;
            case "/detector": _record.Detector = value.Text; break;
            case "/confidence": _record.Level = value.Number; break;
            case "/confidence_lower": _record.Lower = value; break;
            case "/confidence_upper": _record.Upper = value; break;
            case "/passed": _record.Passed = value; break;
            case "/total" or "/total_evaluated": _record.Total = value; break;
        }
    }

    // A record counts when it is whole: of a line that breaks off, nothing is kept.
    public override void Closes(JsonPlace place)
    {
        if (place.Shape.Length > 0)
            return;
        _isRecognised |= _record.Type is "start_run setup" or "init" or "attempt" or "eval" or "completion";
        switch (_record.Type)
        {
            case "init": _started = Facts.Time(place, _record.Start); break;
            case "attempt" when _record.IsFinished: (_prompts, _outputs) = (_prompts + 1, _outputs + _record.Outputs); break;
            case "eval": Evaluated(place); break;
            case "completion": (_isComplete, _ended) = (true, Facts.Time(place, _record.End)); break;
        }
    }

    public override FormatReading Reading()
    {
        // Generators of the "test" family answer with fixed or random text: no system was tested.
        var model = _targetType == "test" || _targetType?.StartsWith("test.", StringComparison.Ordinal) == true ? null : _target;
        var total = _evaluations.GroupBy(evaluation => evaluation.Probe).Sum(probe => probe.Max(evaluation => evaluation.Total));
        var run = new EvaluationRun(
            _isComplete ? "success" : "started", null, _evaluations.Select(evaluation => evaluation.Probe).Distinct().ToList() is [var only] ? only : "garak",
            null, model, [], null, _version, new SampleCounts(_prompts, _generations ?? 1, total, total, _outputs, 0),
            [.. _evaluations.Select(evaluation => new RunScore(evaluation.Detector, "pass-rate", evaluation.Rate, evaluation.Total, null, null, 0, evaluation.Interval))],
            _started, _ended,
            TrivialDetectors: [.. _evaluations.Where(evaluation => evaluation.IsTrivial).Select(evaluation => evaluation.Detector).Distinct()])
        {
            GenerationsConfigured = _generations, Places = Places,
        };
        return new("garak-report", [.. _evaluations.Select(evaluation => new Claim(
            model, "red-team", Benchmark: evaluation.Probe, Harness: "garak", HarnessVersion: _version, Metric: evaluation.Detector,
            Value: evaluation.Rate, Interval: evaluation.Interval, Samples: evaluation.Total, PerformedOn: _ended ?? _started, Where: "eval",
            Passed: evaluation.IsTrivial ? null : evaluation.Passed == evaluation.Total))], Facts.Faults, Run: run);
    }

    private void Evaluated(JsonPlace place)
    {
        if (_evaluations.Count < MostEvaluations && _record.Evaluation(place, Facts) is { } evaluation)
            _evaluations.Add(evaluation);
    }
}
