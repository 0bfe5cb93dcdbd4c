using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.StatusLists;

namespace Certification.Signing.Verification;

/// <summary>What the issuer's status record says about the certificate at the instant asked about. A record objects or is silent:
/// that a certificate is in force now is for the list to say. About an instant before it was issued the record alone answers, since
/// it tells of every step until then.</summary>
internal static class RecordJudgement
{
    /// <summary>The objection; null when there is none.</summary>
    /// <param name="opened">The opened record; null when none was given or it did not open.</param>
    /// <param name="fault">Why the given record did not open; null when none was given.</param>
    /// <param name="list">The opened status list; null for none.</param>
    public static Objection? Judge(
        Certificate certificate, Sha256Digest digest, OpenedStatusRecord? opened, Reason? fault, StatusListToken? list, VerificationInputs inputs)
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

        return record.HeldAt(inputs.At) is { } step ? JudgeStep(record, step, list, certificate, inputs)
            : record.Earlier is null ? null
            : Objection.Invalid(
                "certificate.not-yet-valid", $"The issuer put the certificate in force at {record.Steps[0].Since:u}, not by {inputs.At:u}.",
                "Wait, or ask for a later instant.");
    }

    /// <summary>The record, if it alone tells what held at the instant asked about: it was issued later, and tells of every step.</summary>
    public static StatusRecord? Settling(OpenedStatusRecord? opened, VerificationInputs inputs) =>
        opened is { Record: { Earlier: not null } record } && record.IssuedAt >= inputs.At ? record : null;

    private static Objection? JudgeStep(
        StatusRecord record, StatusStep step, StatusListToken? list, Certificate certificate, VerificationInputs inputs)
    {
        var why = step.Reason is null ? "" : $", for {step.Reason}";
        var isCurrent = record.IssuedAt >= inputs.At || (inputs.At - record.IssuedAt <= inputs.MaxAge && !IsOvertaken(record, list, inputs))
            || IsConfirmed(step, list, certificate, inputs);
        return step.Status switch
        {
            CertificateStatus.Withdrawn => Objection.Invalid(
                "certificate.withdrawn", $"The issuer withdrew the certificate at {step.Since:u}{why}.", Follow(step)),
            CertificateStatus.Superseded => Objection.Invalid(
                "certificate.superseded", $"Another certificate took its place at {step.Since:u}.", Follow(step)),
            CertificateStatus.Suspended when isCurrent => Objection.Invalid(
                "certificate.suspended", $"The issuer suspended the certificate at {step.Since:u}{why}.", "Do not rely on it until the issuer reinstates it."),
            CertificateStatus.Restricted when isCurrent => Objection.Undetermined(
                "certificate.restricted", $"The issuer restricted the certificate at {step.Since:u}{why}, so its scope is narrower than the document says.",
                "Ask the issuer for the scope now in force."),
            _ => null,
        };
    }

    // A suspension can be lifted: what a later list says counts for more than a record from before it.
    private static bool IsOvertaken(StatusRecord record, StatusListToken? list, VerificationInputs inputs) =>
        list?.IssuedAt > record.IssuedAt && list.IssuedAt <= inputs.At + VerificationInputs.ClockSkew;

    // An old record still tells why, where a list that is fresh says the same.
    private static bool IsConfirmed(StatusStep step, StatusListToken? list, Certificate certificate, VerificationInputs inputs) =>
        StatusJudgement.Entry(certificate, list, inputs) == StatusEntries.Of(step.Status);

    private static string Follow(StatusStep step) => step.Successor is { } successor
        ? $"Ask the holder for {successor}, which follows it."
        : "Ask the holder for the certificate that is in force.";

    private static string Ask(Certificate certificate) => $"Get the status record of {certificate.Number} from its issuer.";
}
