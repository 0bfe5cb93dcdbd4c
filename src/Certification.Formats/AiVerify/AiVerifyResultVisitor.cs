using Certification.Domain.Evidence;
using Certification.Formats.Json;

namespace Certification.Formats.AiVerify;

/// <summary>Reads test results of AI Verify: one result, or a list of them. Of the output, metrics by group are read as the
/// fairness plug-ins write them, and plain numbers.</summary>
internal sealed class AiVerifyResultVisitor : FormatVisitor
{
    private const string Arguments = "/testArguments";
    private const string Results = "/output/results/*";
    private const int MostResults = 200;

    private static readonly RunPlaces Places = new(
        Model: Arguments + "/modelFile", Scores: "/output", Harness: "/version", Date: "/startTime", Duration: "/timeTaken", Data: Arguments);

    private readonly AiVerifyGroups _groups = new();
    private readonly AiVerifyData _data = new();
    private readonly List<RunScore> _scores = [];
    private readonly HashSet<string> _gids = [];
    private string? _cid;
    private string? _version;
    private string? _model;
    private DateTimeOffset? _started;
    private TimeSpan? _taken;
    private bool _hasOutput;

    public override bool IsRecognised => _gids.Count > 0 && _cid is not null && _hasOutput;

    public override bool Wants(string shape) => shape.Length == 0 || Of(shape) is var inner
        && (inner is "" or "/gid" or "/cid" or "/version" or "/startTime" or "/timeTaken" or "/output" or "/output/results"
            || AiVerifyData.Wants(inner) || AiVerifyGroups.Wants(inner));

    public override void Opens(JsonPlace place)
    {
        var inner = Of(place.Shape);
        _hasOutput |= inner == "/output";
        _groups.Opens(inner);
    }

    public override void Value(JsonPlace place, JsonScalar value)
    {
        var inner = Of(place.Shape);
        switch (inner)
        {
            case "/gid" when value.Text is { } gid && _gids.Count < MostResults: _gids.Add(gid); break;
            case "/cid": _cid = value.Text; break;
            case "/version" when _gids.Count > 0: _version = value.Text; break;
            case "/startTime": _started = Facts.Time(place, value); break;
            case "/timeTaken" when value.Number is >= 0 and < 1e8: _taken = TimeSpan.FromSeconds(value.Number); break;
            case Arguments + "/modelFile": _model = value.Text; break;
        }

        _data.Value(inner, value);
        _groups.Value(inner, place, value, Facts);
        if (inner.StartsWith(Results + "/", StringComparison.Ordinal) && value.Type == System.Text.Json.JsonTokenType.Number
            && inner.LastIndexOf('/') == Results.Length && _scores.Count < MostResults && Facts.Number(place, value) is { } number)
            _scores.Add(new(_cid ?? "", place.Name, number, null, null, null, 0));
    }

    public override void Closes(JsonPlace place) => _groups.Closes(Of(place.Shape), place);

    public override FormatReading Reading()
    {
        var model = _model is { } file ? file[(file.LastIndexOf('/') + 1)..] : null;
        var run = new EvaluationRun(
            null, null, string.Join(", ", _gids), _data.TestData, model, [], null, _version, new SampleCounts(null, 1, null, null, null, 0),
            _scores, _started, null, Duration: _taken)
        {
            CarriesStatus = false, IsModelPinned = false, Groups = _groups.All, ReusedData = _data.Reused(), Places = Places,
        };
        return new("aiverify-test-result", [.. _groups.All.Select(score => new Claim(
            model, "evaluation", Benchmark: _cid, Harness: "aiverify", HarnessVersion: _version, Metric: score.Metric, Value: score.Value,
            PerformedOn: _started, Where: score.Where, Group: score.Group)).Take(MostResults)], Facts.Faults, Run: run);
    }

    // Results stand alone or in a list.
    private static string Of(string shape) => shape.StartsWith("/*", StringComparison.Ordinal) ? shape[2..] : shape;
}
