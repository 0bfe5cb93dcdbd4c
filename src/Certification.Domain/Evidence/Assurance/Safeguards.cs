namespace Certification.Domain.Evidence.Assurance;

/// <summary>Safeguards around a system, each with what was tested (<c>certification/safeguards</c>).</summary>
public sealed record Safeguards(string? System, string? PreparedBy, DateTimeOffset? Date, IReadOnlyList<Safeguard> All)
    : AssuranceDocument(System, PreparedBy, Date);

/// <summary>One safeguard.</summary>
/// <param name="Kind"><c>access-control</c>, <c>rate-limit</c>, <c>monitoring</c> or <c>use-restriction</c>.</param>
/// <param name="What">What it does, with its bound.</param>
public sealed record Safeguard(string? Kind, string? What, IReadOnlyList<SafeguardTest> Tests, string Where);

/// <summary>One test of a safeguard.</summary>
/// <param name="Attempts">How often somebody tried to get past it.</param>
/// <param name="Held">How often it held.</param>
public sealed record SafeguardTest(DateTimeOffset? TestedOn, string? By, long? Attempts, long? Held, string Where);
