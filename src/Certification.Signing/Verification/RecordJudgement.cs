using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.StatusLists;

namespace Certification.Signing.Verification;

/// <summary>What the issuer's status record says about the certificate at the instant asked about. A record objects or is silent:
/// that a certificate is in force is for the list to say.</summary>
internal static class RecordJudgement
{
    /// <summary>The objection; null when there is none.</summary>
    /// <param name="opened">The opened record; null when none was given or it did not open.</param>
    /// <param name="fault">Why the given record did not open; null when none was given.</param>
    public static Objection? Judge(
        Certificate certificate, Sha256Digest digest, OpenedStatusRecord? opened, Reason? fault, VerificationInputs inputs)
    {
        if (opened is null)
        {
            return fault is null ? null : Objection.Undetermined(fault.Code, fault.Message, Ask(certificate));
        }

        var record = opened.Record;
        if (record.Number != certificate.Number)
        {
            return Objection.Undetermined(
                "status-record.wrong-certificate", $"The status record is about {record.Number}, the certificate is {certificate.Number}.", Ask(certificate));
        }

        if (record.Certificate != digest)
        {
            return Objection.Invalid(
                "certificate.number-reused",
                $"The certificate that its issuer knows as {record.Number} has the digest {record.Certificate}, this one {digest}.",
                $"Report it to {record.Authority}: two certificates bear one number.");
        }

        return record.Since > inputs.At ? null : JudgeStatus(record, inputs);
    }

    private static Objection? JudgeStatus(StatusRecord record, VerificationInputs inputs)
    {
        var why = record.Reason is null ? "" : $", for {record.Reason}";
        var isFresh = inputs.At - record.IssuedAt <= inputs.MaxAge;
        return record.Status switch
        {
            CertificateStatus.Withdrawn => Objection.Invalid(
                "certificate.withdrawn", $"The issuer withdrew the certificate at {record.Since:u}{why}.", Follow(record)),
            CertificateStatus.Superseded => Objection.Invalid(
                "certificate.superseded", $"Another certificate took its place at {record.Since:u}.", Follow(record)),
            CertificateStatus.Suspended when isFresh => Objection.Invalid(
                "certificate.suspended", $"The issuer suspended the certificate at {record.Since:u}{why}.", "Do not rely on it until the issuer reinstates it."),
            CertificateStatus.Restricted when isFresh => Objection.Undetermined(
                "certificate.restricted", $"The issuer restricted the certificate at {record.Since:u}{why}, so its scope is narrower than the document says.",
                "Ask the issuer for the scope now in force."),
            _ => null,
        };
    }

    private static string Follow(StatusRecord record) => record.Successor is { } successor
        ? $"Ask the holder for {successor}, which follows it."
        : "Ask the holder for the certificate that is in force.";

    private static string Ask(Certificate certificate) => $"Get the status record of {certificate.Number} from its issuer.";
}
