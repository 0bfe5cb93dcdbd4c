using Certification.Domain.Evidence;
using Certification.Formats.Json;

namespace Certification.Formats.Helm;

/// <summary>Reads <c>per_instance_stats.json</c> of a HELM run. Instances of the test split are counted and their metrics added
/// up, so that <c>stats.json</c> can be recomputed from them.</summary>
internal sealed class HelmInstancesVisitor : FormatVisitor
{
    private const string Instance = "/*";
    private const string Stat = "/*/stats/*";
    private const int MostMetrics = 200;

    private readonly Dictionary<string, (double Sum, long Count)> _sums = [];
    private HelmStat _stat = new();
    private long _instances;

    public override bool IsRecognised => _instances > 0;

    public override bool Wants(string shape) =>
        shape is "" or Instance or "/*/instance_id" or "/*/stats" || HelmStat.Wants(shape, Stat);

    public override void Opens(JsonPlace place)
    {
        if (place.Shape == Stat)
            _stat = new();
    }

    public override void Value(JsonPlace place, JsonScalar value)
    {
        if (place.Shape == "/*/instance_id")
            _instances++;
        else if (place.Shape.StartsWith(Stat + "/", StringComparison.Ordinal))
            _stat.Value(place, Stat, value, Facts);
    }

    public override void Closes(JsonPlace place)
    {
        if (place.Shape != Stat || _stat is not { IsMetric: true, Perturbation: null, Split: null or "test" })
            return;
        var (sum, count) = _sums.GetValueOrDefault(_stat.Name!);
        if (count > 0 || _sums.Count < MostMetrics)
            _sums[_stat.Name!] = (sum + _stat.Mean!.Value, count + 1);
    }

    public override FormatReading Reading() => new("helm-results", [.. _sums.Select(sum => new Claim(
        null, "evaluation-samples", Harness: "helm", Metric: sum.Key, Value: sum.Value.Sum / sum.Value.Count, Samples: sum.Value.Count,
        Where: "/*/stats"))], Facts.Faults);
}
