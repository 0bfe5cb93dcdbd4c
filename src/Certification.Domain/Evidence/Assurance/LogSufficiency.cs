namespace Certification.Domain.Evidence.Assurance;

/// <summary>Whether logs let one reconstruct what happened (<c>certification/log-sufficiency</c>; EU AI Act, Art. 12).</summary>
/// <param name="Events">Codes of what is logged, such as <c>input</c>, <c>output</c>, <c>override</c>.</param>
/// <param name="RetentionDays">How long logs are kept.</param>
/// <param name="ClockSource">What clocks are set by.</param>
/// <param name="MaxDriftMilliseconds">By how much two clocks may differ.</param>
/// <param name="TamperEvidence">How a change of a log would show.</param>
public sealed record LogSufficiency(
    string? System, string? PreparedBy, DateTimeOffset? Date,
    IReadOnlyList<string> Events,
    long? RetentionDays,
    string? ClockSource,
    double? MaxDriftMilliseconds,
    string? TamperEvidence,
    IReadOnlyList<Reconstruction> Reconstructions) : AssuranceDocument(System, PreparedBy, Date);

/// <summary>One attempt to tell from the logs alone how decisions came about.</summary>
/// <param name="Population">Decisions of the period from which the sample was drawn.</param>
/// <param name="Sampled">How many were drawn.</param>
/// <param name="Reconstructed">How many of these could be told in full.</param>
public sealed record Reconstruction(
    DateTimeOffset? HeldOn, string? By, long? Population, long? Sampled, long? Reconstructed, string Where);
