namespace Certification.Signing.Verification;

/// <summary>What a verification asks, in the order in which a reader understands it.</summary>
public enum StepName
{
    /// <summary>Is the file a certificate of the profile, or a credential that says what its certificate says?</summary>
    Form,

    /// <summary>Were these words signed, with a key that the verifier trusts for it?</summary>
    Signature,

    /// <summary>Does the key lead to the pinned anchor, and was it the issuer's when it signed?</summary>
    Issuer,

    /// <summary>Is the trust list current?</summary>
    TrustList,

    /// <summary>Does the instant lie within the certificate's own dates?</summary>
    Validity,

    /// <summary>What does the issuer's status list say?</summary>
    Status,

    /// <summary>What does the issuer say about this one certificate?</summary>
    StatusRecord,

    /// <summary>Is it in the public log, under a checkpoint that witnesses saw?</summary>
    Log,

    /// <summary>Does a time-stamping authority say since when it exists?</summary>
    TimeStamp,

    /// <summary>Is the enclosed rulebook the one that the certificate names?</summary>
    Rulebook,

    /// <summary>Does the post-quantum signature beside it hold? Only where one was given or wanted.</summary>
    SecondSignature,
}

/// <summary>How a step ended.</summary>
public enum StepOutcome
{
    /// <summary>It shows what it is there to show.</summary>
    Proved,

    /// <summary>It shows the contrary: the certificate is invalid.</summary>
    Failed,

    /// <summary>It shows nothing: something is missing, stale, or of somebody unknown.</summary>
    Undetermined,

    /// <summary>Nothing was given for it and nobody wanted it, or an earlier step left nothing to ask.</summary>
    NotAsked,
}

/// <summary>One question of a verification and its answer.</summary>
/// <param name="Says">The answer in one sentence.</param>
/// <param name="Code">Reason code of what was found; null when proved or not asked.</param>
/// <param name="Facts">What the answer rests on.</param>
public sealed record VerificationStep(StepName Name, StepOutcome Outcome, string Says, string? Code, IReadOnlyList<StepFact> Facts);

/// <summary>Something that a step read, such as <c>anchor</c> and its fingerprint.</summary>
public sealed record StepFact(string Name, string Value);
