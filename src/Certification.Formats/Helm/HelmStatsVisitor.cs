using Certification.Domain.Evidence;
using Certification.Formats.Json;

namespace Certification.Formats.Helm;

/// <summary>Reads <c>stats.json</c> of a HELM run: the metrics of the test split. The file names neither model nor scenario;
/// those stand in <c>run_spec.json</c> of the same run.</summary>
internal sealed class HelmStatsVisitor : FormatVisitor
{
    private const string Root = "/*";
    private const int MostMetrics = 200;

    private static readonly RunPlaces Places = new(Total: "num_instances", Completed: "num_instances", DatasetSize: "num_instances", Scores: Root);

    private readonly List<(string Metric, double Value, string Where)> _metrics = [];
    private readonly List<GroupScore> _groups = [];
    private HelmStat _stat = new();
    private long? _instances;
    private bool _isRecognised;

    public override bool IsRecognised => _isRecognised;

    public override bool Wants(string shape) => shape.Length == 0 || HelmStat.Wants(shape, Root);

    public override void Opens(JsonPlace place)
    {
        if (place.Shape == Root)
            _stat = new();
    }

    public override void Value(JsonPlace place, JsonScalar value)
    {
        // A scalar element makes the file an array of something else.
        if (place.Shape.Length > Root.Length)
            _stat.Value(place, Root, value, Facts);
    }

    public override void Closes(JsonPlace place)
    {
        if (place.Shape != Root || _stat.Name is null || (_stat.Mean is null && _stat.Sum is null))
            return;
        _isRecognised = true;
        if (_stat.Split is not (null or "test"))
            return;
        if (_stat is { Name: "num_instances", Perturbation: null, Sum: >= 0 and <= 1e15 and var sum })
            _instances = (long)sum;
        else if (_stat is { IsMetric: true, Perturbation: null } && _metrics.Count < MostMetrics)
            _metrics.Add((_stat.Name, _stat.Mean!.Value, place.Pointer));
        else if (_stat is { IsMetric: true, IsOfFairness: true } && _groups.Count < MostMetrics)
            _groups.Add(new(_stat.Perturbation, _stat.ComputedOn ?? "perturbed", _stat.Name, _stat.Mean!.Value, null, place.Pointer));
    }

    public override FormatReading Reading()
    {
        var run = new EvaluationRun(
            null, null, null, null, null, [], null, null, new SampleCounts(null, 1, _instances, _instances, null, 0),
            [.. _metrics.Select(metric => new RunScore("test", metric.Metric, metric.Value, _instances, null, null, 0))], null, null)
        {
            CarriesStatus = false, Places = Places, Groups = _groups,
        };
        return new("helm-results", [.. _metrics.Select(metric => new Claim(
            null, "evaluation", Harness: "helm", Metric: metric.Metric, Value: metric.Value, Samples: _instances, Where: metric.Where))],
            Facts.Faults, Run: run);
    }
}
