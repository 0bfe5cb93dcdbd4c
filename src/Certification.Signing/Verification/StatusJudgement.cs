using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.StatusLists;

namespace Certification.Signing.Verification;

/// <summary>What the issuer's status list says about the certificate at the instant asked about.</summary>
internal static class StatusJudgement
{
    /// <summary>The objection; null when the list is fresh and says valid.</summary>
    /// <param name="list">The opened list; null when none was given or it did not open.</param>
    /// <param name="fault">Why the given list did not open; null when none was given.</param>
    /// <param name="settling">The status record that tells what held; null for none. Beside it only a withdrawal counts of which it
    /// does not know.</param>
    public static Objection? Judge(
        Certificate certificate, StatusListToken? list, Reason? fault, StatusRecord? settling, VerificationInputs inputs)
    {
        var objection = Judge(certificate, list, fault, inputs);
        var isKnown = settling is { Status: CertificateStatus.Withdrawn or CertificateStatus.Superseded } || objection?.Code != "certificate.withdrawn";
        return settling is not null && isKnown ? null : objection;
    }

    /// <summary>What a list that is the certificate's own, and fresh, says of it; null where there is none.</summary>
    public static StatusEntry? Entry(Certificate certificate, StatusListToken? list, VerificationInputs inputs)
    {
        var pointer = certificate.Content.Status;
        var isFresh = list?.Authority == certificate.Content.Issuer.Code && list.Subject == pointer.List && pointer.Index < list.Entries.Count
            && list.IssuedAt <= inputs.At + VerificationInputs.ClockSkew && inputs.At < list.ExpiresAt && inputs.At - list.IssuedAt <= inputs.MaxAge;
        return isFresh ? list!.Entries[pointer.Index] : null;
    }

    private static Objection? Judge(Certificate certificate, StatusListToken? list, Reason? fault, VerificationInputs inputs)
    {
        var pointer = certificate.Content.Status;
        if (list is null)
        {
            return fault is null
                ? Objection.Undetermined("status.missing", "No status list was given.", Fetch(pointer))
                : Objection.Undetermined(fault.Code, fault.Message, Fetch(pointer));
        }

        if (list.Authority != certificate.Content.Issuer.Code)
        {
            return Objection.Undetermined(
                "status.wrong-signer", $"The status list is of {list.Authority}, the certificate of {certificate.Content.Issuer.Code}.", Fetch(pointer));
        }

        if (list.Subject != pointer.List || pointer.Index >= list.Entries.Count)
        {
            return Objection.Undetermined(
                "status.wrong-list", $"The status list given is {list.Subject} with {list.Entries.Count} entries.", Fetch(pointer));
        }

        return JudgeEntry(list.Entries[pointer.Index], list, pointer, inputs);
    }

    private static Objection? JudgeEntry(StatusEntry entry, StatusListToken list, StatusPointer pointer, VerificationInputs inputs)
    {
        if (list.IssuedAt > inputs.At + VerificationInputs.ClockSkew)
        {
            return Objection.Undetermined(
                "status.later-than-asked", $"The status list is of {list.IssuedAt:u} and does not tell what held at {inputs.At:u}.",
                $"Give the list that was current at {inputs.At:u}, or a status record from after it, or ask about now.");
        }

        // Withdrawal is final: a list that is too old to say "valid" is never too old to say this.
        if (entry == StatusEntry.Invalid)
        {
            return Objection.Invalid(
                "certificate.withdrawn", "The issuer has withdrawn or superseded the certificate.", "Ask the holder for the certificate that is in force.");
        }

        if (inputs.At >= list.ExpiresAt || inputs.At - list.IssuedAt > inputs.MaxAge)
        {
            return Objection.Undetermined(
                "status.stale", $"The status list is of {list.IssuedAt:u}, older than accepted at {inputs.At:u}.", Fetch(pointer));
        }

        return entry switch
        {
            StatusEntry.Suspended => Objection.Invalid(
                "certificate.suspended", "The issuer has suspended the certificate.", "Do not rely on it until the issuer reinstates it."),
            StatusEntry.Restricted => Objection.Undetermined(
                "certificate.restricted",
                "The issuer has restricted the certificate after it was signed, so its scope is narrower than the document says.",
                "Ask the issuer for the scope now in force."),
            _ => null,
        };
    }

    private static string Fetch(StatusPointer pointer) => $"Get the current status list from {pointer.List}.";
}
