namespace Certification.Domain.Evidence.Checks;

/// <summary>The protocol says what is good enough.</summary>
internal sealed class MetricsMustMeetTheThresholds : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Run is not { } run)
            yield break;
        foreach (var threshold in (evidence.Demand.Protocol?.Thresholds ?? []).Where(threshold => threshold.BearsOn(run.Task)))
        {
            var scores = run.Scores.Where(score => score.Metric == threshold.Metric).ToList();
            if (scores.Count == 0)
                yield return evidence.Major("evidence.metric-missing", $"The protocol wants {threshold}, and the log does not report it.", "/results/scores");
            foreach (var score in scores.Where(score => !threshold.IsMetBy(score.Value)))
            {
                yield return evidence.Major("evidence.threshold-missed", FormattableString.Invariant(
                    $"{score.Metric} is {score.Value:0.####}; the protocol wants {threshold}."), "/results/scores");
            }
        }
    }
}
