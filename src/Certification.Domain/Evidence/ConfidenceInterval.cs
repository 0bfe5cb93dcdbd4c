namespace Certification.Domain.Evidence;

/// <summary>A confidence interval as evidence states it, or as it follows from a standard error.</summary>
/// <param name="Level">Between 0 and 1, such as 0.95; null when not said.</param>
public sealed record ConfidenceInterval(double Lower, double Upper, double? Level = null)
{
    // Of the normal distribution: 95 % lie within so many standard deviations.
    private const double NormalQuantile = 1.96;

    /// <summary>The interval of 95 % that follows from a standard error; null without one, or where it is 0, which means that
    /// the samples were too few or too alike to tell.</summary>
    public static ConfidenceInterval? Around(double value, double? standardError) => standardError is > 0 and var error
        ? new(value - (NormalQuantile * error), value + (NormalQuantile * error), 0.95)
        : null;

    /// <summary>An interval from two bounds; null unless both are there and in order.</summary>
    public static ConfidenceInterval? Of(double? lower, double? upper, double? level = null) =>
        lower is { } low && upper is { } high && low <= high ? new(low, high, level is > 0 and < 1 ? level : null) : null;
}
