using System.Text;
using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.Log;
using Certification.Signing.StatusLists;
using Certification.Signing.Trust;
using Certification.Signing.Xml;

namespace Certification.Signing.Verification;

/// <summary>Answers whether a certificate is good at an instant, as far as the given snapshots know (design §5). What it is
/// not given, it does not assume: without trust or fresh status the answer is undetermined, with the next step.</summary>
public static class CertificateVerification
{
    /// <summary>Judges one file. Nothing is fetched, and no clock is read.</summary>
    /// <param name="file">The XML as received.</param>
    public static VerificationResult Verify(ReadOnlyMemory<byte> file, VerificationInputs inputs)
    {
        var trust = inputs.Trust;
        var check = CertificateVerifier.Check(file, thumbprint => trust?.Find(ServiceKind.Issuing, thumbprint)?.Key);
        var status = OpenStatus(inputs, out var statusFault);
        Reason? recordFault = null;
        var record = trust is null || inputs.StatusRecord is null ? null : StatusRecord.Open(inputs.StatusRecord, trust, inputs.At, out recordFault);
        var (inLog, logObjection) = OpenLog(check, inputs);
        var (stampedAt, stampObjection) = OpenTimeStamp(check, inputs);
        var objection = check.Certificate is { } certificate
            ? JudgeSigned(certificate, trust!, inputs, Earlier(inLog?.WitnessedAt, stampedAt))
                ?? RecordJudgement.Judge(certificate, check.CanonicalDigest!.Value, record, recordFault, status, inputs)
                ?? logObjection
                ?? stampObjection
                ?? StatusJudgement.Judge(certificate, status, statusFault, RecordJudgement.Settles(record, inputs), inputs)
            : JudgeUnsigned(check, trust);
        var verdict = new VerificationVerdict(
            objection?.Outcome ?? VerificationOutcome.Valid,
            objection is null ? [] : [new(objection.Code, objection.Message)],
            objection?.NextStep,
            inputs.At.ToUniversalTime(),
            check.Certificate?.Number,
            check.CanonicalDigest,
            trust?.Digest,
            status?.Digest,
            record?.Digest,
            inLog is null ? null : Sha256Digest.Of(Encoding.UTF8.GetBytes(inLog.Checkpoint.Text)));
        return new(verdict, check.Certificate, record?.Record.Certificate == check.CanonicalDigest ? record?.Record : null);
    }

    private static (WitnessedCheckpoint? Opened, Objection? Objection) OpenLog(SignatureCheck check, VerificationInputs inputs)
    {
        Objection? objection = null;
        var opened = check.Certificate is { } certificate ? inputs.Log?.Open(certificate, check.CanonicalDigest!.Value, out objection) : null;
        return (opened, objection);
    }

    private static (DateTimeOffset? At, Objection? Objection) OpenTimeStamp(SignatureCheck check, VerificationInputs inputs)
    {
        Reason? fault = null;
        var at = check.CanonicalDigest is { } digest ? inputs.TimeStamp?.ExistedAt(digest, out fault) : null;
        return (at, fault is null ? null : Objection.Undetermined(fault.Code, fault.Message, "Leave the time-stamp out, or get the one that its issuer keeps."));
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;

    private static StatusListToken? OpenStatus(VerificationInputs inputs, out Reason? fault)
    {
        fault = null;
        return inputs switch
        {
            { Trust: { } trust, StatusList: { } jwt } => StatusListToken.Open(jwt, trust, inputs.At, out fault),
            { Trust: { } trust, StatusListCwt: { } cwt } => StatusListCwt.Open(cwt, trust, inputs.At, out fault),
            _ => null,
        };
    }

    private static Objection JudgeUnsigned(SignatureCheck check, TrustStore? trust)
    {
        if (check.Fault is { } fault)
        {
            return Objection.Invalid(fault.Code(), check.Message!, "Ask the holder for the file as its issuer published it.");
        }

        return trust is null
            ? Objection.Undetermined(
                "trust.missing", "No trust was given, so nobody vouches for the issuer.", "Give a trust list or the issuer's certificates.")
            : Objection.Undetermined(
                "trust.issuer-unknown",
                $"The given trust does not know the issuer certificate {check.IssuerSought}.",
                "Get the current trust list, or pin the issuer's certificates after checking them with the issuer.");
    }

    private static Objection? JudgeSigned(Certificate certificate, TrustStore trust, VerificationInputs inputs, DateTimeOffset? existedAt)
    {
        var issuer = trust.Find(ServiceKind.Issuing, certificate.IssuerCertificate)!;
        return JudgeDates(certificate.Content.Validity, inputs.At)
            ?? IssuerJudgement.Judge(certificate, issuer, existedAt)
            ?? (trust.IsStale(inputs.At)
                ? Objection.Undetermined(
                    "trust.stale", $"The trust list was to be updated at {trust.NextUpdate:u}.", "Get the current trust list.")
                : null);
    }

    private static Objection? JudgeDates(ValidityPeriod validity, DateTimeOffset at)
    {
        if (at < validity.NotBefore)
        {
            return Objection.Invalid(
                "certificate.not-yet-valid", $"The certificate is in force from {validity.NotBefore:u}, not at {at:u}.", "Wait, or ask for a later instant.");
        }

        return at >= validity.NotAfter
            ? Objection.Invalid(
                "certificate.expired", $"The certificate expired at {validity.NotAfter:u}.", "Ask the holder for the certificate that follows it.")
            : null;
    }
}
