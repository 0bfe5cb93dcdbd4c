using Certification.Domain.Evidence;
using Certification.Formats.Json;

namespace Certification.Formats.InspectLogs;

/// <summary>Reads Inspect AI logs in JSON (log format version 2). Samples are counted and their scores added up as they pass;
/// none is kept.</summary>
internal sealed class InspectLogVisitor : IJsonVisitor
{
    private const int MostAnsweringModels = 20;

    private readonly JsonFacts _facts = new();
    private readonly InspectHeader _header = new();
    private readonly InspectResults _results = new();
    private readonly InspectSamples _samples = new();
    private readonly HashSet<string> _answering = [];

    /// <summary>A log has an <c>eval</c> and a <c>status</c>, whatever else it has.</summary>
    public bool IsRecognised { get; private set; }

    public bool Wants(string shape) =>
        InspectHeader.Wants(shape) || InspectResults.Wants(shape) || InspectSamples.Wants(shape);

    public void Opens(JsonPlace place)
    {
        _results.Opens(place);
        _samples.Opens(place);
        _header.Opens(place);
        IsRecognised = _header is { HasEval: true, HasStatus: true };
    }

    public void Value(JsonPlace place, JsonScalar value)
    {
        _header.Value(place, value, _facts);
        _results.Value(place, value, _facts);
        _samples.Value(place, value);
        if (place.Shape == "/samples/*/output/model" && value.Text is { Length: > 0 } model && _answering.Count < MostAnsweringModels)
            _answering.Add(model);
        IsRecognised = _header is { HasEval: true, HasStatus: true };
    }

    public void Closes(JsonPlace place) => _results.Closes(place);

    public FormatReading Reading()
    {
        var run = new EvaluationRun(
            _header.Status, _header.Invalidated, _header.TaskRegistryName ?? _header.Task, _header.DatasetName ?? _header.DatasetLocation,
            _header.Model, [.. _answering.Order(StringComparer.Ordinal)],
            _header.HasRevision ? new CodeRevision(_header.Origin, _header.Commit, _header.Dirty) : null,
            _header.HarnessVersion,
            new SampleCounts(_header.DatasetSamples, _header.Epochs ?? 1, _results.Total, _results.Completed, _samples.Carried, _samples.Failed),
            _results.Scores(_samples), _header.StartedAt ?? _header.Created, _header.CompletedAt);
        return new("inspect-log", InspectClaims.Of(run, _header.TaskVersion), _facts.Faults, Run: run);
    }
}
