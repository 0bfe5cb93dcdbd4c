namespace Certification.Domain.Rulebooks;

/// <summary>What a metric has to be for every group of people: none of them may be served much worse than the others.</summary>
/// <param name="Metric">As the evidence names it, such as <c>accuracy</c>.</param>
/// <param name="Attribute">What the groups are formed by, such as <c>gender</c>; null for any.</param>
/// <param name="Minimum">Least value of every group; null for no bound.</param>
/// <param name="MaximumGap">Largest difference between two groups; null for no bound.</param>
/// <param name="MinimumGroups">Fewest groups, at least 2.</param>
/// <param name="MinimumSamples">Fewest samples of every group, where the evidence counts them.</param>
public sealed record GroupThreshold(
    string Metric, string? Attribute = null, double? Minimum = null, double? MaximumGap = null, int MinimumGroups = 2, int MinimumSamples = 0)
{
    /// <summary>Whether whatever keeps to this keeps to the other as well.</summary>
    public bool IsAsStrictAs(GroupThreshold other) =>
        Metric == other.Metric && (other.Attribute is null || Attribute == other.Attribute)
        && (Minimum ?? double.NegativeInfinity) >= (other.Minimum ?? double.NegativeInfinity)
        && (MaximumGap ?? double.PositiveInfinity) <= (other.MaximumGap ?? double.PositiveInfinity)
        && MinimumGroups >= other.MinimumGroups && MinimumSamples >= other.MinimumSamples;

    /// <inheritdoc/>
    public override string ToString()
    {
        var least = Minimum is { } minimum ? FormattableString.Invariant($", at least {minimum:0.####} each") : "";
        var gap = MaximumGap is { } most ? FormattableString.Invariant($", at most {most:0.####} apart") : "";
        return $"{Metric} of {MinimumGroups} groups or more{(Attribute is null ? "" : $" by {Attribute}")}{least}{gap}";
    }
}
