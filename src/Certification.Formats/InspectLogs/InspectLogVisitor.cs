using Certification.Domain.Evidence;
using Certification.Formats.Json;

namespace Certification.Formats.InspectLogs;

/// <summary>Reads Inspect AI logs in JSON (log format version 2). Samples are counted and their scores added up as they pass;
/// none is kept.</summary>
internal sealed class InspectLogVisitor : FormatVisitor
{
    private const int MostAnsweringModels = 20;

    private static readonly RunPlaces Places = new(
        "/status", "/invalidated", "/eval/task", "/eval/model", "/eval/dataset/samples", "/results/total_samples", "/results/completed_samples",
        "/samples", "/results/scores", "/eval/revision", "/eval/packages", "/stats");

    private readonly InspectHeader _header = new();
    private readonly InspectResults _results = new();
    private readonly InspectSamples _samples = new();
    private readonly HashSet<string> _answering = [];
    private string? _lastModel;

    /// <summary>A log has an <c>eval</c> and a <c>status</c>, whatever else it has.</summary>
    public override bool IsRecognised => _header is { HasEval: true, HasStatus: true };

    public override bool Wants(string shape) =>
        InspectHeader.Wants(shape) || InspectResults.Wants(shape) || InspectSamples.Wants(shape);

    public override void Opens(JsonPlace place)
    {
        // Nearly all of a log is samples, and the other parts have nothing to say about them.
        if (IsOfSample(place))
        {
            _samples.Opens(place);
            return;
        }

        _results.Opens(place);
        _samples.Opens(place);
        _header.Opens(place);
    }

    public override void Value(JsonPlace place, JsonScalar value)
    {
        if (!IsOfSample(place))
        {
            _header.Value(place, value, Facts);
            _results.Value(place, value, Facts);
        }
        else if (place.Shape != "/samples/*/output/model")
            _samples.Value(place, value);
        else if (value.Text is { Length: > 0 } model && model != _lastModel && _answering.Count < MostAnsweringModels)
            _answering.Add(_lastModel = model);
    }

    public override void Closes(JsonPlace place)
    {
        if (!IsOfSample(place))
            _results.Closes(place);
    }

    public override FormatReading Reading()
    {
        var run = new EvaluationRun(
            _header.Status, _header.Invalidated, _header.TaskRegistryName ?? _header.Task, _header.DatasetName ?? _header.DatasetLocation,
            _header.Model, [.. _answering.Order(StringComparer.Ordinal)],
            _header.HasRevision ? new CodeRevision(_header.Origin, _header.Commit, _header.Dirty) : null,
            _header.HarnessVersion,
            new SampleCounts(_header.DatasetSamples, _header.Epochs ?? 1, _results.Total, _results.Completed, _samples.Carried, _samples.Failed),
            _results.Scores(_samples), _header.StartedAt ?? _header.Created, _header.CompletedAt,
            EditedSamples: _samples.Edited)
        {
            Places = Places, Groups = _results.Groups(),
        };
        return new("inspect-log", InspectClaims.Of(run, _header.TaskVersion), Facts.Faults, Run: run)
        {
            Version = _header.Version is { } version ? new(version, version is "1" or "2", "1 or 2", "/version") : null,
        };
    }

    private static bool IsOfSample(JsonPlace place) => place.Shape.StartsWith("/samples", StringComparison.Ordinal);
}
