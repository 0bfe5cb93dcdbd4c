namespace Certification.Bench.Harness;

/// <summary>Which side of its target a ratio has to be on.</summary>
public enum Direction { AtLeast, AtMost, ReportedOnly }

/// <summary>One line of the table.</summary>
/// <param name="Floor">What the subject is measured against, in words, with its median in <paramref name="Unit"/>.</param>
/// <param name="Ratio">Subject divided by floor, the median over the rounds.</param>
public sealed record BenchResult(
    string Name, string Floor, double FloorValue, double SubjectValue, string Unit, double Ratio, double Target, Direction Direction)
{
    /// <summary>True when the target is met, or there is none.</summary>
    public bool Met => Direction switch
    {
        Direction.AtLeast => Ratio >= Target,
        Direction.AtMost => Ratio <= Target,
        _ => true,
    };
}

/// <summary>One benchmark; may give several lines.</summary>
public interface IBenchmark
{
    /// <summary>What <c>./bench FILTER</c> is matched against.</summary>
    string Name { get; }

    /// <summary>Runs it on storage of its own.</summary>
    Task<IReadOnlyList<BenchResult>> Run(BenchStorage storage);
}
