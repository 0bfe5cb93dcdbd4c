namespace Certification.Domain.Rulebooks;

/// <summary>A harness whose results count, from the release that measures as the protocol means it.</summary>
/// <param name="Name">As the evidence names it: <c>inspect_ai</c>, <c>lm_eval</c>, <c>helm</c>, <c>garak</c>, <c>moonshot</c>.</param>
/// <param name="From">First release that counts, such as <c>0.3.100</c>.</param>
/// <param name="Before">First release that no longer counts; null while all later ones do.</param>
public sealed record PinnedHarness(string Name, string From, string? Before = null)
{
    /// <summary>Whether a release counts; a version without numbers does not, since nobody can tell what it measured.</summary>
    public bool Admits(string version) =>
        ReleaseNumber.Parse(version) is { } release
        && ReleaseNumber.Parse(From) is { } from
        && release >= from
        && (Before is null || release < ReleaseNumber.Parse(Before));

    /// <summary>Whether everything that this entry admits is admitted by the other as well.</summary>
    public bool IsWithin(PinnedHarness other) =>
        Name == other.Name
        && ReleaseNumber.Parse(From) >= ReleaseNumber.Parse(other.From)
        && (other.Before is null || (Before is not null && ReleaseNumber.Parse(Before) <= ReleaseNumber.Parse(other.Before)));

    /// <inheritdoc/>
    public override string ToString() => Before is null ? $"{Name} from {From}" : $"{Name} from {From} before {Before}";
}
