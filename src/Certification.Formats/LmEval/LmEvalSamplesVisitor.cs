using System.Text.Json;
using Certification.Domain.Evidence;
using Certification.Formats.Json;

namespace Certification.Formats.LmEval;

/// <summary>Reads sample logs of lm-evaluation-harness, one sample a line. Samples are counted and their metrics added up; the
/// rows name neither model nor task, so that a log supports a result file and no claim of its own.</summary>
internal sealed class LmEvalSamplesVisitor : FormatVisitor
{
    private const int MostMetrics = 20;
    private const int MostNumbers = 100;

    private readonly Dictionary<string, (double Sum, long Count)> _sums = [];
    private readonly List<(string Name, double Value)> _numbers = [];
    private readonly List<string> _metrics = [];
    private bool _hasId;
    private bool _hasHash;
    private long _samples;

    public override bool IsRecognised => _samples > 0;

    public override bool IsByLine => true;

    // The members beside "metrics" are named by it, so that every number of a row may be one.
    public override bool Wants(string shape) => shape == "/metrics/*" || shape.LastIndexOf('/') <= 0;

    public override bool Enters(string shape) => shape is "" or "/metrics";

    public override int LongestText(string shape) => shape == "/metrics/*" ? base.LongestText(shape) : 0;

    public override void Opens(JsonPlace place)
    {
        if (place.Shape.Length > 0)
            return;
        _numbers.Clear();
        _metrics.Clear();
        (_hasId, _hasHash) = (false, false);
    }

    public override void Value(JsonPlace place, JsonScalar value)
    {
        _hasId |= place.Shape == "/doc_id";
        _hasHash |= place.Shape == "/doc_hash";
        if (place.Shape == "/metrics/*" && value.Text is { } metric && _metrics.Count < MostMetrics)
            _metrics.Add(metric);
        else if (value.Type == JsonTokenType.Number && double.IsFinite(value.Number) && _numbers.Count < MostNumbers)
            _numbers.Add((place.Name, value.Number));
    }

    public override void Closes(JsonPlace place)
    {
        if (place.Shape.Length > 0 || !_hasId || !_hasHash)
            return;
        _samples++;
        foreach (var (name, value) in _numbers)
        {
            if (!_metrics.Contains(name))
                continue;
            var (sum, count) = _sums.GetValueOrDefault(name);
            if (count > 0 || _sums.Count < MostMetrics)
                _sums[name] = (sum + value, count + 1);
        }
    }

    public override FormatReading Reading() => new("lm-eval-samples", [.. _sums.Select(sum => new Claim(
        null, "evaluation-samples", Harness: "lm_eval", Metric: sum.Key, Value: sum.Value.Sum / sum.Value.Count, Samples: sum.Value.Count))], Facts.Faults);
}
