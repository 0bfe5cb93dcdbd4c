namespace Certification.Domain.Certificates;

/// <summary>The answer to "is this certificate good, as far as these snapshots know, at this instant?". The same question
/// gives the same bytes: nothing in it depends on the clock, the machine or the order of evaluation.</summary>
/// <param name="Reasons">Exactly one for <c>invalid</c>, at least one for <c>undetermined</c>, none for <c>valid</c>.</param>
/// <param name="NextStep">What the verifier does now; null only when valid.</param>
/// <param name="AsOf">The instant that was asked about.</param>
/// <param name="Number">Of the certificate; null while its signature does not hold.</param>
/// <param name="CertificateDigest">SHA-256 of the canonical signed body, the certificate's identity; null while its signature
/// does not hold. Never the digest of the file: the same certificate exists in many files.</param>
/// <param name="TrustList">Digest of the trust list used; null when none was given.</param>
/// <param name="StatusList">Digest of the status list used; null when none was given.</param>
/// <param name="StatusRecord">Digest of the issuer's status record used; null when none was given.</param>
/// <param name="Checkpoint">Digest of the text of the log's checkpoint that covers it; null when no log proof was asked for or held.</param>
public sealed record VerificationVerdict(
    VerificationOutcome Outcome,
    IReadOnlyList<Reason> Reasons,
    string? NextStep,
    DateTimeOffset AsOf,
    CertificateNumber? Number,
    Sha256Digest? CertificateDigest,
    Sha256Digest? TrustList,
    Sha256Digest? StatusList,
    Sha256Digest? StatusRecord = null,
    Sha256Digest? Checkpoint = null);

/// <summary>Never a bare boolean: not knowing is an answer of its own.</summary>
public enum VerificationOutcome { Valid, Invalid, Undetermined }
