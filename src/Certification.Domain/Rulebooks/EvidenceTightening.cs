using Certification.Domain.Intake;

namespace Certification.Domain.Rulebooks;

/// <summary>Finds where an addition demands less evidence than the floor, tier by tier.</summary>
internal static class EvidenceTightening
{
    public static IEnumerable<string> Loosenings(EvidenceKind floor, EvidenceKind added)
    {
        if (added.Formats.Except(floor.Formats).Any())
            yield return $"accepted formats are among {string.Join(", ", floor.Formats)}.";
        if (added.SizeLimit > floor.SizeLimit)
            yield return $"files of at most {floor.SizeLimit} bytes.";
        if (added.When is not null && !added.When.Equals(floor.When))
            yield return "it is demanded wherever the floor demands it.";
        foreach (var tier in Enum.GetValues<RiskTier>())
        {
            if (floor.DemandFor(tier) is not { } least)
                continue;
            if (added.DemandFor(tier) is not { } demand)
                yield return $"it is demanded in tier {tier}.";
            else
            {
                foreach (var message in Demands(least, demand))
                    yield return $"tier {tier}: {message}";
            }
        }
    }

    private static IEnumerable<string> Demands(EvidenceDemand floor, EvidenceDemand added)
    {
        if (added.Independence < floor.Independence)
            yield return $"performed by {floor.Independence} at least.";
        if (added.MaxAgeDays > floor.MaxAgeDays)
            yield return $"at most {floor.MaxAgeDays} days old.";
        if (floor.Protocol is not { } protocol)
            yield break;
        if (added.Protocol is not { } stricter)
        {
            yield return "the test protocol is dropped.";
            yield break;
        }

        foreach (var message in Protocols(protocol, stricter))
            yield return message;
    }

    private static IEnumerable<string> Protocols(EvaluationProtocol floor, EvaluationProtocol added)
    {
        if (floor.Benchmarks.Count > 0 && (added.Benchmarks.Count == 0 || added.Benchmarks.Except(floor.Benchmarks).Any()))
            yield return $"benchmarks are among {string.Join(", ", floor.Benchmarks)}.";
        if (added.MinimumSamples < floor.MinimumSamples || added.MinimumCoverage < floor.MinimumCoverage)
            yield return FormattableString.Invariant($"at least {floor.MinimumSamples} samples and a coverage of {floor.MinimumCoverage}.");
        foreach (var threshold in floor.Thresholds)
        {
            var same = added.Thresholds.FirstOrDefault(other => other.Metric == threshold.Metric);
            if (same is null
                || (same.Minimum ?? double.NegativeInfinity) < (threshold.Minimum ?? double.NegativeInfinity)
                || (same.Maximum ?? double.PositiveInfinity) > (threshold.Maximum ?? double.PositiveInfinity))
                yield return $"the threshold {threshold} is dropped or looser.";
        }
    }
}
