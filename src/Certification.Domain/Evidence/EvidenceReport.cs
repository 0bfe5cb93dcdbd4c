namespace Certification.Domain.Evidence;

/// <summary>What validation found in one evidence file.</summary>
/// <param name="EvidenceId">The item of the dossier.</param>
/// <param name="Digest">Of the bytes that were read.</param>
/// <param name="Format">Recognised format, such as <c>inspect-log</c>; <c>opaque</c> when the catalogue wants no known format.</param>
/// <param name="Claims">What the file states, at most 200 of them.</param>
/// <param name="Findings">What is wrong with it.</param>
/// <param name="Mitigations">What was or will be done about findings, at most 200; null where the format has no place for it.</param>
/// <param name="Judged">When and by what; null in reports that were sealed before decisions were recorded.</param>
public sealed record EvidenceReport(
    string EvidenceId, Sha256Digest Digest, string Format, IReadOnlyList<Claim> Claims, IReadOnlyList<Finding> Findings,
    IReadOnlyList<Mitigation>? Mitigations = null, JudgingConditions? Judged = null);

/// <summary>What a judgement of a file rests on beside the file, the declaration and the rulebook: with the same again, the same
/// report comes out.</summary>
/// <param name="At">The instant that freshness is counted from.</param>
/// <param name="Software">As <see cref="JudgingSoftware.Version"/> names it.</param>
/// <param name="AttestationKeys">Digest of the keys by which attestations counted; null where none were looked at.</param>
public sealed record JudgingConditions(DateTimeOffset At, string Software, Sha256Digest? AttestationKeys = null);
