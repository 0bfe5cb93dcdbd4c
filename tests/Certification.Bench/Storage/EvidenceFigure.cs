namespace Certification.Bench.Storage;

/// <summary>One measured figure and what it has to be.</summary>
/// <param name="What">Such as <c>256 MB evidence: hashed upload / unhashed upload</c>.</param>
/// <param name="Value">A ratio of speeds, or megabytes (10^6 bytes).</param>
/// <param name="AtLeast">Lowest value that is good enough; null when there is none.</param>
/// <param name="AtMost">Highest value that is good enough; null when there is none.</param>
/// <param name="Detail">The times or sizes behind the value, for the reader.</param>
public sealed record EvidenceFigure(string What, double Value, double? AtLeast, double? AtMost, string Detail)
{
    /// <summary>True when the figure is what it has to be.</summary>
    public bool Met => !(Value < AtLeast) && !(Value > AtMost);
}
