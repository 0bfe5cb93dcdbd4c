namespace Certification.Domain.Rulebooks;

/// <summary>A test protocol: what is measured by which code, how much of it, and what is good enough.</summary>
/// <param name="Benchmarks">Benchmarks that count; empty for any.</param>
/// <param name="MinimumSamples">Fewest scored samples.</param>
/// <param name="MinimumCoverage">Least share of the benchmark that was scored, 0 to 1.</param>
/// <param name="Thresholds">A metric that the evidence must report, with its bounds.</param>
/// <param name="Harnesses">Harnesses whose results count, with their releases; null for any.</param>
/// <param name="Groups">Metrics that the evidence must report by group; null where results for all suffice.</param>
public sealed record EvaluationProtocol(
    IReadOnlyList<PinnedBenchmark> Benchmarks,
    int MinimumSamples,
    double MinimumCoverage,
    IReadOnlyList<MetricThreshold> Thresholds,
    IReadOnlyList<PinnedHarness>? Harnesses = null,
    IReadOnlyList<GroupThreshold>? Groups = null)
{
    /// <summary>The benchmark of this name; null when the protocol does not name it.</summary>
    public PinnedBenchmark? FindBenchmark(string? name) =>
        Benchmarks.FirstOrDefault(benchmark => string.Equals(benchmark.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The same protocol with bounds in numbers where it has bounds relative to a reference system.</summary>
    public EvaluationProtocol ResolvedBy(IReadOnlyList<ReferenceSystem> references) =>
        this with { Thresholds = [.. Thresholds.Select(threshold => threshold.ResolvedBy(references))] };
}
