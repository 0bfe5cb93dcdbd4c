using Certification.Signing.Trust;

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
        return Judgement.Of(ExaminedDocument.Of(check, trust), inputs);
    }
}
