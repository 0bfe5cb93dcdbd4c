using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.Trust;
using Certification.Signing.Xml;

namespace Certification.Signing.Verification;

/// <summary>A document in one of its forms, read and its signature checked: what every form has alike from then on.</summary>
/// <param name="Certificate">What it says; null unless the signature of a trusted issuer holds.</param>
/// <param name="Digest">SHA-256 of the canonical signed body; there exactly when <paramref name="Certificate"/> is.</param>
/// <param name="Objection">Why there is no certificate; null when there is one.</param>
/// <param name="FailedStep">The step that objected; <see cref="StepName.Signature"/> when there is a certificate.</param>
internal sealed record ExaminedDocument(Certificate? Certificate, Sha256Digest? Digest, Objection? Objection, StepName FailedStep)
{
    private const string AskForTheFile = "Ask the holder for the file as its issuer published it.";

    // What these found is a well-formed document that its issuer did not sign.
    private static readonly CertificateFault[] OfSignature =
        [CertificateFault.DigestMismatch, CertificateFault.SignatureInvalid, CertificateFault.KeyNotAllowed];

    /// <summary>A certificate in XML.</summary>
    public static ExaminedDocument Of(SignatureCheck check, TrustStore? trust)
    {
        if (check.Certificate is { } certificate)
        {
            return Signed(certificate, check.CanonicalDigest!.Value);
        }

        return check.Fault is { } fault
            ? new(null, null, Objection.Invalid(fault.Code(), check.Message!, AskForTheFile), OfSignature.Contains(fault) ? StepName.Signature : StepName.Form)
            : Unknown(check.IssuerSought!.Value, trust);
    }

    /// <summary>A document whose signature holds.</summary>
    public static ExaminedDocument Signed(Certificate certificate, Sha256Digest digest) => new(certificate, digest, null, StepName.Signature);

    /// <summary>A document that is not what its issuer published.</summary>
    public static ExaminedDocument Refused(Reason fault, StepName step) =>
        new(null, null, Verification.Objection.Invalid(fault.Code, fault.Message, AskForTheFile), step);

    /// <summary>A document of an issuer whom nobody given here vouches for.</summary>
    public static ExaminedDocument Unknown(Sha256Digest issuer, TrustStore? trust) => new(null, null, trust is null
        ? Verification.Objection.Undetermined(
            "trust.missing", "No trust was given, so nobody vouches for the issuer.", "Give a trust list or the issuer's certificates.")
        : Verification.Objection.Undetermined(
            "trust.issuer-unknown",
            $"The given trust does not know the issuer certificate {issuer}.",
            "Get the current trust list, or pin the issuer's certificates after checking them with the issuer."), StepName.Signature);
}
