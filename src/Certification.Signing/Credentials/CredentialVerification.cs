using System.Text;
using Certification.Signing.Trust;
using Certification.Signing.Verification;
using Certification.Domain.Certificates;

namespace Certification.Signing.Credentials;

/// <summary>Answers of a credential what <see cref="CertificateVerification"/> answers of the XML: the same question gives the same
/// bytes of verdict in both forms.</summary>
public static class CredentialVerification
{
    /// <summary>Whether a file looks like a credential rather than XML; nothing is verified.</summary>
    public static bool LooksLikeOne(ReadOnlySpan<byte> file) => file.TrimStart(" \t\r\n"u8).StartsWith("eyJ"u8);

    /// <summary>Judges one credential. Nothing is fetched, and no clock is read.</summary>
    /// <param name="file">The compact JWS as received.</param>
    /// <param name="xml">The certificate that it must be the second form of; null to judge it alone.</param>
    public static VerificationResult Verify(ReadOnlyMemory<byte> file, VerificationInputs inputs, byte[]? xml = null)
    {
        var examined = CredentialCheck.Check(Encoding.UTF8.GetString(file.Span), inputs.Trust);
        if (xml is not { } document || examined.Objection?.Outcome == VerificationOutcome.Invalid)
        {
            return Judgement.Of(examined, inputs);
        }

        var check = CertificateVerifier.Check(document, thumbprint => inputs.Trust?.Find(ServiceKind.Issuing, thumbprint)?.Key);
        if (check.CanonicalDigest is not { } digest || examined.Digest is not { } claimed)
        {
            // What is wrong with the XML is wrong with every form of it.
            return Judgement.Of(ExaminedDocument.Of(check, inputs.Trust), inputs);
        }

        return Judgement.Of(digest == claimed ? examined : ExaminedDocument.Refused(
            new(
                "credential.other-certificate",
                $"The credential is of {examined.Certificate!.Number} with the canonical digest {claimed}, the XML is {check.Certificate!.Number} with {digest}."),
            StepName.Signature), inputs);
    }
}
