using Certification.Domain.Evidence;
using Certification.Formats.Json;

namespace Certification.Formats.UnifiedRecords;

/// <summary>Reads unified evaluation records of every_eval_ever (schema 0.2). They may stand for a run or be copied from a
/// leaderboard, which <c>source_type</c> tells.</summary>
internal sealed class UnifiedRecordVisitor : FormatVisitor
{
    private const string Result = "/evaluation_results/*";
    private const int MostResults = 200;

    private readonly List<(string? Benchmark, double? Value)> _results = [];
    private (string? Benchmark, double? Value) _result;
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
        or Result + "/score_details/score";

    public override void Opens(JsonPlace place)
    {
        if (place.Shape == Result)
            _result = default;
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
            case Result + "/score_details/score": _result.Value = Facts.Number(place, value); break;
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
            "success", null, string.Join(", ", _results.Select(result => result.Benchmark).Distinct().Take(10)), null, _model, [], null, null,
            new SampleCounts(null, 1, null, null, null, 0),
            [.. _results.Select(result => new RunScore(result.Benchmark!, "score", result.Value!.Value, null, null, null, 0))],
            null, null, IsCopied: _sourceType == "documentation");
        return new("unified-evaluation-record", [.. _results.Select(result => new Claim(
            _model, "evaluation", Benchmark: result.Benchmark, Metric: "score", Value: result.Value, Where: "/evaluation_results",
            PerformedBy: _organisation, Independence: _relationship?.Replace('_', '-')))], Facts.Faults, Run: run);
    }
}
