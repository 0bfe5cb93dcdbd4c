namespace Certification.Domain.Rulebooks;

/// <summary>Bounds of one metric, both inclusive: in numbers, relative to a reference system, or both, of which the
/// stricter holds. A relative bound moves with the state of the art: whoever measures the reference anew moves it.</summary>
/// <param name="Metric">As the evidence names it, such as <c>accuracy</c>.</param>
/// <param name="Benchmark">The benchmark for which it holds; null for all of the protocol.</param>
/// <param name="Reference">Code of the reference system; null without relative bounds. It needs <paramref name="Benchmark"/>.</param>
/// <param name="MinimumRatio">Least share of the reference's value.</param>
/// <param name="MaximumRatio">Largest multiple of the reference's value, for metrics that count failures.</param>
public sealed record MetricThreshold(
    string Metric,
    double? Minimum = null,
    double? Maximum = null,
    string? Benchmark = null,
    string? Reference = null,
    double? MinimumRatio = null,
    double? MaximumRatio = null)
{
    /// <summary>Whether a value keeps to the bounds in numbers; NaN does not.</summary>
    public bool IsMetBy(double value) => value >= (Minimum ?? double.NegativeInfinity) && value <= (Maximum ?? double.PositiveInfinity);

    /// <summary>Whether it bears on results of this benchmark.</summary>
    public bool BearsOn(string? benchmark) => Benchmark is null || string.Equals(Benchmark, benchmark, StringComparison.OrdinalIgnoreCase);

    /// <summary>The same threshold with its relative bounds in numbers.</summary>
    /// <exception cref="InvalidOperationException">The reference has no such result; reading a rulebook refuses that.</exception>
    public MetricThreshold ResolvedBy(IReadOnlyList<ReferenceSystem> references)
    {
        if (Reference is null)
            return this;
        var value = ReferenceValue(references)
            ?? throw new InvalidOperationException($"The reference {Reference} has no {Metric} on {Benchmark}.");
        return this with
        {
            Minimum = MinimumRatio is { } least ? Math.Max(least * value, Minimum ?? double.NegativeInfinity) : Minimum,
            Maximum = MaximumRatio is { } most ? Math.Min(most * value, Maximum ?? double.PositiveInfinity) : Maximum,
        };
    }

    /// <summary>What the reference system scored; null when it is unknown.</summary>
    internal double? ReferenceValue(IReadOnlyList<ReferenceSystem> references) => references
        .FirstOrDefault(system => system.Code == Reference)?.Results
        .FirstOrDefault(result => result.Metric == Metric && BearsOn(result.Benchmark))?.Value;

    /// <inheritdoc/>
    public override string ToString()
    {
        var bounds = (Minimum, Maximum) switch
        {
            ({ } least, { } most) => FormattableString.Invariant($"{Metric} from {least:0.####} to {most:0.####}"),
            (null, { } most) => FormattableString.Invariant($"{Metric} at most {most:0.####}"),
            _ => FormattableString.Invariant($"{Metric} at least {Minimum:0.####}"),
        };
        var place = Benchmark is null ? "" : $" on {Benchmark}";
        return Reference is null ? bounds + place : $"{bounds}{place}, relative to {Reference}";
    }
}
