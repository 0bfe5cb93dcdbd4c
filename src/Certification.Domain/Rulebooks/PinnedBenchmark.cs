namespace Certification.Domain.Rulebooks;

/// <summary>A benchmark that counts, in the versions whose scores may be compared.</summary>
/// <param name="Name">As the evidence names the task or dataset, without regard to case.</param>
/// <param name="Versions">Versions of the task, as the harness writes them; null for any, where the harness writes none.</param>
public sealed record PinnedBenchmark(string Name, IReadOnlyList<string>? Versions = null)
{
    /// <summary>Whether scores of this version may be compared with the protocol's bounds.</summary>
    public bool Admits(string version) => Versions is null || Versions.Contains(version, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether everything that this entry admits is admitted by the other as well.</summary>
    public bool IsWithin(PinnedBenchmark other) =>
        string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase)
        && (other.Versions is null || (Versions is not null && Versions.All(other.Admits)));

    /// <inheritdoc/>
    public override string ToString() => Versions is null ? Name : $"{Name} ({string.Join(", ", Versions)})";
}
