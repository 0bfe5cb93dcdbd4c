using Certification.Domain.Certificates;
using Certification.Signing.Trust;
using Certification.Signing.Xml;

namespace Certification.Signing.Verification;

/// <summary>Whether the key that signed was the named issuer's, and good for signing when it says that it signed.</summary>
internal static class IssuerJudgement
{
    private const string AskForTimeStamp =
        "Ask the issuer for a time-stamp or a witness's dated cosignature from before the compromise, or for a new certificate.";

    /// <summary>The objection; null when there is none.</summary>
    /// <param name="existedAt">By when the certificate existed, as witnesses of its log or a time-stamp say; null when nobody trusted
    /// says so.</param>
    public static Objection? Judge(Certificate certificate, TrustedService issuer, DateTimeOffset? existedAt)
    {
        var content = certificate.Content;
        if (content.Issuer.Code != issuer.Authority || content.Number.Authority != issuer.Authority)
        {
            return Objection.Invalid(
                CertificateFault.IssuerMismatch.Code(),
                $"The key belongs to {issuer.Authority}, but the certificate is {content.Number} of {content.Issuer.Code}.",
                $"Report it to {issuer.Authority}: its key signed another authority's certificate.");
        }

        if (!issuer.IsInForce(certificate.SignedAt))
        {
            return Objection.Invalid(
                "certificate.issuer-not-in-force",
                $"The issuer key was not in force at {certificate.SignedAt:u}, when the certificate says that it was signed.",
                $"Ask {issuer.Authority} for a certificate signed with a key in force.");
        }

        return (issuer.CompromisedAt is { } since ? JudgeCompromise(certificate, issuer, since, existedAt) : null)
            ?? JudgeWithdrawal(certificate, issuer);
    }

    // Whoever holds a compromised key writes any signing time into the body: late ones count against it, early ones prove nothing,
    // whatever instant is asked about.
    private static Objection? JudgeCompromise(Certificate certificate, TrustedService issuer, DateTimeOffset since, DateTimeOffset? existedAt) =>
        certificate.SignedAt >= since
            ? Objection.Invalid(
                "certificate.issuer-compromised",
                $"The issuer key is compromised since {since:u}; the certificate says that it was signed at {certificate.SignedAt:u}.",
                $"Ask {issuer.Authority} for a certificate signed with a key in force.")
            : existedAt < since
                ? null
                : Objection.Undetermined(
                    "trust.issuer-compromised",
                    $"The issuer key is compromised since {since:u}; that the certificate was signed earlier is only its own word.",
                    AskForTimeStamp);

    // A key that was retired in good order is in nobody else's hands: the signing time is as good as it was.
    private static Objection? JudgeWithdrawal(Certificate certificate, TrustedService issuer) => issuer.IsWithdrawn(certificate.SignedAt)
        ? Objection.Invalid(
            "certificate.issuer-withdrawn",
            $"The issuer key was withdrawn at {issuer.Until:u}, before the certificate was signed.",
            $"Ask {issuer.Authority} for a certificate signed with a key in force.")
        : null;
}
