using Certification.Domain.Evidence;
using Certification.Formats.Json;

namespace Certification.Formats.Standards;

/// <summary>Reads AILuminate reference standards: what a reference system scores for each hazard, which a threshold may be
/// taken from. It evaluates no candidate.</summary>
internal sealed class ReferenceStandardVisitor : FormatVisitor
{
    private const string Values = "/standards/reference_standards";
    private const int MostValues = 200;

    private readonly List<(string Hazard, double Value)> _values = [];
    private readonly List<string> _systems = [];
    private string? _benchmark;

    public override bool IsRecognised => _values.Count > 0;

    public override bool Wants(string shape) => shape is "" or "/standards" or Values or "/standards/reference_suts"
        or "/standards/reference_suts/*" or "/standards/reference_benchmark"
        || (shape.StartsWith(Values + "/", StringComparison.Ordinal) && shape.LastIndexOf('/') == Values.Length);

    public override void Value(JsonPlace place, JsonScalar value)
    {
        if (place.Shape == "/standards/reference_benchmark")
            _benchmark = Facts.Text(place, value);
        else if (place.Shape == "/standards/reference_suts/*" && value.Text is { } system && _systems.Count < MostValues)
            _systems.Add(system);
        else if (place.Shape.StartsWith(Values, StringComparison.Ordinal) && _values.Count < MostValues && Facts.Number(place, value) is { } number)
            _values.Add((place.Name, number));
    }

    public override FormatReading Reading() => new("ailuminate-standard", [.. _values.Select(value => new Claim(
        _systems.Count == 1 ? _systems[0] : null, "reference-standard", Benchmark: _benchmark, Metric: value.Hazard, Value: value.Value,
        Where: $"{Values}/{value.Hazard}"))], Facts.Faults);
}
