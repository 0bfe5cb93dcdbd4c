namespace Certification.Domain.Evidence;

/// <summary>What the signatures of attestations are worth: for each envelope, the best of its signatures.</summary>
public sealed record AttestationSignatures(IReadOnlyList<EnvelopeSignature> Envelopes);

/// <summary>The signature of one envelope.</summary>
/// <param name="Standing">What it is worth.</param>
/// <param name="KeyId">The key that the envelope names; null when it names none.</param>
/// <param name="SignedAt">When it was signed, by the statement itself; null when it does not say.</param>
/// <param name="KeyNotBefore">Since when the key that verifies it counts; null for always.</param>
/// <param name="KeyNotAfter">Until when it does; null for always.</param>
public sealed record EnvelopeSignature(
    SignatureStanding Standing, string? KeyId = null, DateTimeOffset? SignedAt = null, DateTimeOffset? KeyNotBefore = null, DateTimeOffset? KeyNotAfter = null);

/// <summary>What one signature is worth, the best first.</summary>
public enum SignatureStanding
{
    /// <summary>It verifies with a key that is trusted.</summary>
    Valid,

    /// <summary>No key was at hand to verify it with.</summary>
    Unverified,

    /// <summary>It verifies with none of the trusted keys, and names none of them.</summary>
    KeyUnknown,

    /// <summary>It names a trusted key that it does not verify with, or is no signature at all.</summary>
    Invalid,

    /// <summary>There is none.</summary>
    Absent,
}
