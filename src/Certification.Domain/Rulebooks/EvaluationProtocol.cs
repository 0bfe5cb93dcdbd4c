namespace Certification.Domain.Rulebooks;

/// <summary>A test protocol: what is measured, how much of it, and what is good enough.</summary>
/// <param name="Benchmarks">Tasks or datasets that count, as the evidence names them, without regard to case; empty for any.</param>
/// <param name="MinimumSamples">Fewest scored samples.</param>
/// <param name="MinimumCoverage">Least share of the benchmark that was scored, 0 to 1.</param>
/// <param name="Thresholds">A metric that the evidence must report, with its bounds.</param>
public sealed record EvaluationProtocol(
    IReadOnlyList<string> Benchmarks,
    int MinimumSamples,
    double MinimumCoverage,
    IReadOnlyList<MetricThreshold> Thresholds);

/// <summary>Bounds of one metric, both inclusive.</summary>
/// <param name="Metric">As the evidence names it, such as <c>accuracy</c>.</param>
public sealed record MetricThreshold(string Metric, double? Minimum = null, double? Maximum = null)
{
    /// <summary>Whether a value keeps to the bounds; NaN does not.</summary>
    public bool IsMetBy(double value) => value >= (Minimum ?? double.NegativeInfinity) && value <= (Maximum ?? double.PositiveInfinity);

    /// <inheritdoc/>
    public override string ToString() => (Minimum, Maximum) switch
    {
        ({ } least, { } most) => FormattableString.Invariant($"{Metric} from {least} to {most}"),
        (null, { } most) => FormattableString.Invariant($"{Metric} at most {most}"),
        _ => FormattableString.Invariant($"{Metric} at least {Minimum}"),
    };
}
