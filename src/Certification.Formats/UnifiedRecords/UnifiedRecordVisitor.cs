using Certification.Domain.Evidence;
using Certification.Formats.Json;

namespace Certification.Formats.UnifiedRecords;

/// <summary>Reads unified evaluation records of every_eval_ever (schema 0.2). They may stand for a run or be copied from a
/// leaderboard, which <c>source_type</c> tells.</summary>
internal sealed class UnifiedRecordVisitor : FormatVisitor
{
    private const string Result = "/evaluation_results/*";
    private const string Score = Result + "/score_details/score";
    private const string Uncertainty = Result + "/score_details/uncertainty";
    private const int MostResults = 200;

    private static readonly RunPlaces Places = new(
        Task: "/evaluation_results", Model: "/model_info/id", DatasetSize: "/evaluation_results", Completed: "/evaluation_results",
        Scores: "/evaluation_results", Date: "/evaluation_timestamp", Source: "/source_metadata/source_type");

    private readonly List<Stated> _results = [];
    private Stated _result = new("");
    private string? _id;
    private string? _schema;
    private string? _sourceType;
    private string? _relationship;
    private string? _organisation;
    private string? _model;

    public override bool IsRecognised => _id is not null && _schema is not null;

    public override bool Wants(string shape) => shape is "" or "/schema_version" or "/evaluation_id" or "/source_metadata"
        or "/source_metadata/source_type" or "/source_metadata/evaluator_relationship" or "/source_metadata/source_organization_name"
        or "/model_info" or "/model_info/id" or "/evaluation_results" or Result or Result + "/evaluation_name" or Result + "/score_details"
        or Score or Uncertainty or Uncertainty + "/num_samples" or Uncertainty + "/standard_error" or Uncertainty + "/standard_error/value"
        or Uncertainty + "/confidence_interval" or Uncertainty + "/confidence_interval/lower" or Uncertainty + "/confidence_interval/upper"
        or Uncertainty + "/confidence_interval/confidence_level";

    public override void Opens(JsonPlace place)
    {
        if (place.Shape == Result)
            _result = new(place.Pointer);
    }

    public override void Value(JsonPlace place, JsonScalar value)
    {
        switch (place.Shape)
        {
            case "/schema_version": _schema = value.Text; break;
            case "/evaluation_id": _id = value.Text; break;
            case "/source_metadata/source_type": _sourceType = Facts.Text(place, value); break;
            case "/source_metadata/evaluator_relationship": _relationship = Facts.Text(place, value); break;
            case "/source_metadata/source_organization_name": _organisation = Facts.Text(place, value); break;
            case "/model_info/id": _model = Facts.Text(place, value); break;
            case Result + "/evaluation_name": _result.Benchmark = Facts.Text(place, value); break;
            case Score: _result.Value = Facts.Number(place, value); break;
            case Uncertainty + "/standard_error/value": _result.Error = Facts.Number(place, value); break;
            case Uncertainty + "/confidence_interval/lower": _result.Lower = Facts.Number(place, value); break;
            case Uncertainty + "/confidence_interval/upper": _result.Upper = Facts.Number(place, value); break;
            case Uncertainty + "/confidence_interval/confidence_level": _result.Level = Facts.Number(place, value); break;
            case Uncertainty + "/num_samples": _result.Samples = Facts.Count(place, value); break;
        }
    }

    public override void Closes(JsonPlace place)
    {
        if (place.Shape == Result && _result is { Benchmark: not null, Value: not null } && _results.Count < MostResults)
            _results.Add(_result);
    }

    public override FormatReading Reading()
    {
        var run = new EvaluationRun(
            null, null, string.Join(", ", _results.Select(result => result.Benchmark).Distinct().Take(10)), null, _model, [], null, null,
            new SampleCounts(null, 1, null, null, null, 0),
            [], null, null, IsCopied: _sourceType == "documentation")
        {
            CarriesStatus = false, Places = Places, Parts = [.. _results.Select(result => result.Part())],
        };
        return new("unified-evaluation-record", [.. _results.Select(result => new Claim(
            _model, "evaluation", Benchmark: result.Benchmark, Metric: "score", Value: result.Value,
            StandardError: result.Error, Interval: result.Interval, Samples: result.Samples, Where: result.Where,
            PerformedBy: _organisation, Independence: _relationship?.Replace('_', '-')))], Facts.Faults, Run: run)
        {
            Version = new(_schema!, _schema!.StartsWith("0.1", StringComparison.Ordinal) || _schema.StartsWith("0.2", StringComparison.Ordinal), "0.1 or 0.2", "/schema_version"),
        };
    }

    private sealed class Stated(string where)
    {
        public string Where { get; } = where;

        public string? Benchmark { get; set; }

        public double? Value { get; set; }

        public double? Error { get; set; }

        public double? Lower { get; set; }

        public double? Upper { get; set; }

        public double? Level { get; set; }

        public long? Samples { get; set; }

        public ConfidenceInterval? Interval => ConfidenceInterval.Of(Lower, Upper, Level);

        public RunPart Part() => new(null, Benchmark, new SampleCounts(null, 1, Samples, Samples, null, 0),
            [new RunScore(Benchmark!, "score", Value!.Value, Samples, Error, null, 0, Interval)]);
    }
}
