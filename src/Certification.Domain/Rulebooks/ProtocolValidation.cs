namespace Certification.Domain.Rulebooks;

/// <summary>What must be consistent in the test protocols of a rulebook: a bound that cannot be computed or a release that cannot
/// be compared would let everything pass, and nobody would see it.</summary>
internal static class ProtocolValidation
{
    public static IEnumerable<RulebookError> Validate(Rulebook rulebook) =>
        from kind in rulebook.Evidence
        from demand in kind.Demands
        let protocol = demand.Protocol
        where protocol is not null
        from message in Faults(protocol, rulebook.References ?? [])
        select new RulebookError(kind.Code, message);

    private static IEnumerable<string> Faults(EvaluationProtocol protocol, IReadOnlyList<ReferenceSystem> references)
    {
        foreach (var harness in protocol.Harnesses ?? [])
        {
            if (ReleaseNumber.Parse(harness.From) is null || (harness.Before is { } before && ReleaseNumber.Parse(before) is null))
                yield return $"The releases of {harness} begin with numbers, such as 0.3.100.";
        }

        foreach (var group in protocol.Groups ?? [])
        {
            if (group.MinimumGroups < 2 || group.MinimumSamples < 0)
                yield return $"The demand for {group} compares 2 groups or more, and counts no fewer than 0 samples.";
            if (group.MaximumGap is not (null or (>= 0 and < double.PositiveInfinity)) || group.Minimum is { } least && !double.IsFinite(least))
                yield return $"The bounds of {group} are finite numbers, and a gap is not negative.";
        }

        foreach (var threshold in protocol.Thresholds)
        {
            if (threshold.Reference is null && (threshold.MinimumRatio ?? threshold.MaximumRatio) is not null)
                yield return $"The threshold of {threshold.Metric} has a ratio and names no reference system.";
            if (threshold.Reference is not null && (threshold.Benchmark is null || threshold.ReferenceValue(references) is null))
                yield return $"The reference {threshold.Reference} has no {threshold.Metric} on {threshold.Benchmark ?? "a benchmark that the threshold names"}.";
            if (!Numbers(threshold).Any())
                yield return $"The threshold of {threshold.Metric} has no bound.";
            if (Numbers(threshold).Any(number => !double.IsFinite(number)))
                yield return $"The bounds of {threshold.Metric} are finite numbers.";
            if (threshold.Benchmark is not null && protocol.Benchmarks.Count > 0 && protocol.FindBenchmark(threshold.Benchmark) is null)
                yield return $"{threshold.Benchmark} has a threshold and is no benchmark of the protocol.";
        }
    }

    private static IEnumerable<double> Numbers(MetricThreshold threshold) =>
        new[] { threshold.Minimum, threshold.Maximum, threshold.MinimumRatio, threshold.MaximumRatio }.OfType<double>();
}
