using Certification.Domain.Evidence;
using Certification.Formats.Json;

namespace Certification.Formats.InspectLogs;

/// <summary>The aggregated results of a log.</summary>
internal sealed class InspectResults
{
    private const string Score = "/results/scores/*";
    private const string Metrics = Score + "/metrics";
    private const int MostMetrics = 200;

    private static readonly string[] Known = ["accuracy", "mean"];
    private static readonly string[] Errors = ["stderr", "bootstrap_stderr"];

    private readonly List<(string Scorer, long? Scored, string Metric, double Value)> _metrics = [];
    private string? _scorer;
    private long? _scored;
    private int _first;

    public long? Total { get; private set; }

    public long? Completed { get; private set; }

    public static bool Wants(string shape) => shape is "/results" or "/results/scores" or Score or Metrics
        or "/results/total_samples" or "/results/completed_samples" or Score + "/name" or Score + "/scored_samples"
        || (shape.StartsWith(Metrics + "/", StringComparison.Ordinal) && IsMetric(shape));

    public void Opens(JsonPlace place)
    {
        if (place.Shape == Score)
            (_scorer, _scored, _first) = (null, null, _metrics.Count);
    }

    public void Value(JsonPlace place, JsonScalar value, JsonFacts facts)
    {
        switch (place.Shape)
        {
            case "/results/total_samples": Total = facts.Count(place, value); break;
            case "/results/completed_samples": Completed = facts.Count(place, value); break;
            case Score + "/name": _scorer = facts.Text(place, value); break;
            case Score + "/scored_samples": _scored = facts.Count(place, value); break;
            default: Metric(place, value, facts); break;
        }
    }

    // The scorer's name and count may follow its metrics.
    public void Closes(JsonPlace place)
    {
        if (place.Shape != Score)
            return;
        for (var index = _first; index < _metrics.Count; index++)
            _metrics[index] = _metrics[index] with { Scorer = _scorer ?? "", Scored = _scored };
    }

    public IReadOnlyList<RunScore> Scores(InspectSamples samples) =>
    [
        .. from metric in _metrics
           where !Errors.Contains(metric.Metric) && GroupOf(metric.Scorer, metric.Metric) is null
           let carried = samples.MeanOf(metric.Scorer)
           let error = _metrics.Where(other => other.Scorer == metric.Scorer && Errors.Contains(other.Metric)).Select(other => (double?)other.Value)
           select new RunScore(metric.Scorer, NameOf(metric.Scorer, metric.Metric), metric.Value, metric.Scored, error.FirstOrDefault(), carried.Mean, carried.Count),
    ];

    /// <summary>Values of a grouped metric.</summary>
    public IReadOnlyList<GroupScore> Groups() =>
    [
        .. from metric in _metrics
           let of = GroupOf(metric.Scorer, metric.Metric)
           where of is not null
           select new GroupScore(null, of.Value.Group, of.Value.Metric, metric.Value, null, $"/results/scores/{metric.Scorer}/metrics/{metric.Metric}"),
    ];

    // A grouped metric puts the groups beside their aggregate "all"; each is called by the group, or by group and metric.
    private (string Group, string Metric)? GroupOf(string scorer, string metric)
    {
        if (metric is "all" || Known.Contains(metric) || Errors.Contains(metric) || !_metrics.Exists(other => other.Scorer == scorer && other.Metric == "all"))
            return null;
        return Known.FirstOrDefault(known => metric.EndsWith("_" + known, StringComparison.Ordinal)) is { } name
            ? (metric[..^(name.Length + 1)], name) : (metric, "score");
    }

    private string NameOf(string scorer, string metric) => metric != "all" ? metric
        : _metrics.Where(other => other.Scorer == scorer).Select(other => GroupOf(scorer, other.Metric)?.Metric).FirstOrDefault(name => name is not null) ?? metric;

    private void Metric(JsonPlace place, JsonScalar value, JsonFacts facts)
    {
        if (!place.Shape.StartsWith(Metrics + "/", StringComparison.Ordinal) || place.Name != "value"
            || place.Shape.LastIndexOf('/') == Metrics.Length || _metrics.Count >= MostMetrics)
            return;
        if (facts.Number(place, value) is { } number)
            _metrics.Add(("", null, place.Shape[(Metrics.Length + 1)..^"/value".Length], number));
    }

    // "…/metrics/accuracy" and "…/metrics/accuracy/value", no deeper: options and parameters are not used.
    private static bool IsMetric(string shape)
    {
        var rest = shape.AsSpan(Metrics.Length + 1);
        return rest.IndexOf('/') is var slash && (slash < 0 || rest[slash..].SequenceEqual("/value"));
    }
}
