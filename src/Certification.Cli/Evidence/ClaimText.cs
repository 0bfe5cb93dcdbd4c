using Certification.Domain.Evidence;

namespace Certification.Cli.Evidence;

/// <summary>A claim as one line.</summary>
internal static class ClaimText
{
    /// <summary>Such as <c>accuracy 0.75 ± 0.03 on acme/quiz, 200 of 400 samples, acme/helper</c>.</summary>
    public static string Of(Claim claim)
    {
        string?[] parts =
        [
            claim.Value is { } value ? FormattableString.Invariant($"{claim.Metric} {value:0.####}{Error(claim)}") : claim.Protocol,
            claim.Group is { } group ? $"for group {group}" : null,
            claim.Benchmark is { } benchmark ? $"on {benchmark}" : null,
        ];
        string?[] details =
        [
            string.Join(' ', parts.OfType<string>()),
            claim.Samples is { } samples ? claim.SamplesTotal is { } total ? $"{samples} of {Counted.Of(total, "sample")}" : Counted.Of(samples, "sample") : null,
            claim.Subject,
            claim.PerformedOn is { } day ? FormattableString.Invariant($"{day:yyyy-MM-dd}") : null,
        ];
        return string.Join(", ", details.Where(detail => !string.IsNullOrEmpty(detail)));
    }

    private static string Error(Claim claim) => claim switch
    {
        { Interval: { } interval } => FormattableString.Invariant($" ({interval.Lower:0.####} to {interval.Upper:0.####})"),
        { StandardError: { } error } => FormattableString.Invariant($" ± {error:0.####}"),
        _ => "",
    };
}
