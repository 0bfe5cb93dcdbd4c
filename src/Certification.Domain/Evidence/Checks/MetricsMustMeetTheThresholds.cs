using Certification.Domain.Rulebooks;

namespace Certification.Domain.Evidence.Checks;

/// <summary>The protocol says what is good enough. The value itself decides; where an interval is known, its unfavourable bound
/// has to keep to the threshold too, or else chance may have helped, which is a minor matter.</summary>
internal sealed class MetricsMustMeetTheThresholds : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Run is not { } run || evidence.Demand.Protocol is not { } protocol)
            yield break;
        foreach (var threshold in protocol.Thresholds)
        {
            var parts = evidence.Parts.Where(part => threshold.BearsOn(part.Benchmark) && Counts(protocol, part.Benchmark)).ToList();
            if (parts.Count == 0)
                continue;
            var scores = parts.SelectMany(part => part.Scores).Where(score => score.Metric == threshold.Metric).ToList();
            if (scores.Count == 0)
                yield return evidence.Major("evidence.metric-missing", $"The protocol wants {threshold}, and the log does not report it.", run.Places.Scores);
            foreach (var score in scores)
            {
                if (!threshold.IsMetBy(score.Value))
                {
                    yield return evidence.Major("evidence.threshold-missed", FormattableString.Invariant(
                        $"{score.Metric} is {score.Value:0.####}; the protocol wants {threshold}."), run.Places.Scores);
                }
                else if ((score.Interval ?? ConfidenceInterval.Around(score.Value, score.StandardError)) is { } interval && !IsMetBy(threshold, interval))
                {
                    yield return evidence.Minor("evidence.threshold-within-error", FormattableString.Invariant(
                        $"{score.Metric} is {score.Value:0.####}, and its interval from {interval.Lower:0.####} to {interval.Upper:0.####} reaches beyond what the protocol wants, {threshold}."),
                        run.Places.Scores);
                }
            }
        }
    }

    // What the protocol does not name does no harm beside what it names.
    private static bool Counts(EvaluationProtocol protocol, string? benchmark) =>
        protocol.Benchmarks.Count == 0 || protocol.FindBenchmark(benchmark) is not null;

    private static bool IsMetBy(MetricThreshold threshold, ConfidenceInterval interval) =>
        (threshold.Minimum is null || threshold.IsMetBy(Math.Min(interval.Lower, threshold.Maximum ?? interval.Lower)))
        && (threshold.Maximum is null || threshold.IsMetBy(Math.Max(interval.Upper, threshold.Minimum ?? interval.Upper)));
}
