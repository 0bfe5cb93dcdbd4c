using Certification.Domain.Certificates;
using Certification.Signing.StatusLists;
using Certification.Signing.TimeStamps;
using Certification.Signing.Trust;

namespace Certification.Signing.Verification;

/// <summary>Everything that a verdict depends on besides the file: the same inputs give the same bytes, on any machine.</summary>
/// <param name="Trust">Pinned trust; null when the verifier has none.</param>
/// <param name="StatusList">The issuer's status list token in compact form; null when the verifier has none.</param>
/// <param name="At">The instant that is asked about.</param>
/// <param name="MaxAge">How old a status list the verifier accepts: its own policy, not the issuer's.</param>
/// <param name="StatusListCwt">The same list as a CWT, instead of <paramref name="StatusList"/>.</param>
/// <param name="StatusRecord">The issuer's record about this certificate in compact form; null when the verifier has none.</param>
/// <param name="Log">What the verifier wants of the log; null when it asks for no log proof.</param>
/// <param name="TimeStamp">A time-stamp over the canonical digest, and whose time the verifier believes; null for none.</param>
/// <param name="SecondSignature">A post-quantum signature beside the certificate, in compact form; null for none.</param>
/// <param name="RequiresSecondSignature">Whether a certificate without one is undetermined to this verifier.</param>
public sealed record VerificationInputs(
    TrustStore? Trust, string? StatusList, DateTimeOffset At, TimeSpan MaxAge, ReadOnlyMemory<byte>? StatusListCwt = null, string? StatusRecord = null,
    LogEvidence? Log = null, TimeStampEvidence? TimeStamp = null,
    string? SecondSignature = null, bool RequiresSecondSignature = false)
{
    /// <summary>How far ahead of <see cref="At"/> a status list may be dated, for clocks that differ.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);
}

/// <summary>A verdict, and the certificate that it is about.</summary>
/// <param name="Verdict">The answer.</param>
/// <param name="Certificate">The certificate as signed; null unless the signature of a trusted issuer holds.</param>
/// <param name="StatusRecord">What its issuer's signed record tells of its life; null for none, or for one of another certificate.</param>
public sealed record VerificationResult(VerificationVerdict Verdict, Certificate? Certificate, StatusRecord? StatusRecord = null)
{
    /// <summary>What the verdict came from; null where there was no document to judge.</summary>
    internal Judgement? Judgement { get; init; }

    /// <summary>Steps that only this kind of file has.</summary>
    internal IReadOnlyList<VerificationStep> Further { get; init; } = [];

    /// <summary>The same document judged with more at hand, as when it has told where its status is. Its signature is not checked
    /// again.</summary>
    /// <param name="inputs">With the same trust.</param>
    /// <exception cref="ArgumentException">With another, by which the signature was not checked.</exception>
    public VerificationResult With(VerificationInputs inputs) => Judgement is not { } judged ? this
        : judged.Inputs.Trust == inputs.Trust ? Judgement.Of(judged.Document, inputs) with { Further = Further }
        : throw new ArgumentException("The signature was checked by another trust.", nameof(inputs));

    /// <summary>Every step with what it proved. Made when asked for: most who verify want the verdict alone.</summary>
    public IReadOnlyList<VerificationStep> Steps() => Judgement is null ? Further : [.. StepReport.Of(Judgement), .. Further];

    /// <summary>What the steps read, for those who draw it; null where no signature holds.</summary>
    public VerificationEvidence? Evidence() => Certificate is null || Judgement is null ? null : VerificationEvidence.Of(Judgement);
}
