namespace Certification.Domain.Rulebooks;

/// <summary>Finds where an addition's test protocol lets pass what the floor's would not.</summary>
internal static class ProtocolTightening
{
    public static IEnumerable<string> Loosenings(
        EvaluationProtocol floor, EvaluationProtocol added, IReadOnlyList<ReferenceSystem> references)
    {
        if (floor.Benchmarks.Count > 0 && !Among(added.Benchmarks, floor.Benchmarks, (stricter, one) => stricter.IsWithin(one)))
            yield return $"benchmarks are among {string.Join(", ", floor.Benchmarks)}.";
        if (floor.Harnesses is { } harnesses && !Among(added.Harnesses ?? [], harnesses, (stricter, one) => stricter.IsWithin(one)))
            yield return $"harnesses are among {string.Join(", ", harnesses)}.";
        if (added.MinimumSamples < floor.MinimumSamples || !(added.MinimumCoverage >= floor.MinimumCoverage))
            yield return FormattableString.Invariant($"at least {floor.MinimumSamples} samples and a coverage of {floor.MinimumCoverage}.");
        foreach (var threshold in floor.Thresholds.Where(threshold => !added.Thresholds.Any(other => IsAsStrict(threshold, other, references))))
            yield return $"the threshold {threshold.ResolvedBy(references)} is dropped or looser.";
        foreach (var group in (floor.Groups ?? []).Where(group => added.Groups?.Any(other => other.IsAsStrictAs(group)) != true))
            yield return $"the demand for {group} is dropped or looser.";
    }

    // None at all would mean "any".
    private static bool Among<T>(IReadOnlyList<T> added, IReadOnlyList<T> floor, Func<T, T, bool> isWithin) =>
        added.Count > 0 && added.All(stricter => floor.Any(one => isWithin(stricter, one)));

    private static bool IsAsStrict(MetricThreshold floor, MetricThreshold added, IReadOnlyList<ReferenceSystem> references)
    {
        if (added.Metric != floor.Metric || !added.BearsOn(floor.Benchmark) || (added.Benchmark is not null && floor.Benchmark is null))
            return false;
        // A relative bound without a result of its reference has no number; validation of the merged rulebook names it.
        if (added.Reference is not null && added.ReferenceValue(references) is null)
            return true;
        var (old, replacement) = (floor.ResolvedBy(references), added.ResolvedBy(references));
        return (replacement.Minimum ?? double.NegativeInfinity) >= (old.Minimum ?? double.NegativeInfinity)
            && (replacement.Maximum ?? double.PositiveInfinity) <= (old.Maximum ?? double.PositiveInfinity);
    }
}
