namespace Certification.Domain.Evidence;

/// <summary>What the signatures of attestations are worth: for each envelope, the best of its signatures.</summary>
public sealed record AttestationSignatures(IReadOnlyList<SignatureStanding> Envelopes);

/// <summary>What one signature is worth, the best first.</summary>
public enum SignatureStanding
{
    /// <summary>It verifies with a key that is trusted.</summary>
    Valid,

    /// <summary>No key was at hand to verify it with.</summary>
    KeyUnknown,

    /// <summary>It verifies with none of the trusted keys.</summary>
    Invalid,

    /// <summary>There is none.</summary>
    Absent,
}
