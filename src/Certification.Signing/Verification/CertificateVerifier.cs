using System.Security.Cryptography;
using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.Keys;
using Certification.Signing.Xml;

namespace Certification.Signing.Verification;

/// <summary>Checks a file against the strict signature profile (ARCHITECTURE: "The certificate"). It says whether a known
/// issuer signed these words; whether they still hold is the judgement of <see cref="CertificateVerification"/>.</summary>
public static class CertificateVerifier
{
    /// <summary>Checks one file.</summary>
    /// <param name="file">The XML as received.</param>
    /// <param name="issuerKey">Finds a pinned issuer key by the SHA-256 of its certificate; null when it is not pinned. The
    /// thumbprint asked for is still unverified: it looks a key up and proves nothing.</param>
    public static SignatureCheck Check(ReadOnlyMemory<byte> file, Func<Sha256Digest, VerificationKey?> issuerKey)
    {
        try
        {
            return CheckAll(file, issuerKey);
        }
        catch (CertificateRejectedException rejected)
        {
            return SignatureCheck.Rejected(rejected.Fault, rejected.Message);
        }
    }

    private static SignatureCheck CheckAll(ReadOnlyMemory<byte> file, Func<Sha256Digest, VerificationKey?> issuerKey)
    {
        var document = StrictXml.Load(file);
        var signature = SignatureElement.TakeOut(document);
        var canonical = DsigXml.Canonicalize(document);
        var digest = SHA256.HashData(canonical);
        if (!digest.AsSpan().SequenceEqual(signature.DigestValue))
        {
            return SignatureCheck.Rejected(CertificateFault.DigestMismatch, "The certificate was changed after it was signed.");
        }

        // Only what the reference's digest covers is read, and nothing of it is handed out before the signature holds.
        var certificate = CertificateXmlReader.Read(canonical);
        if (issuerKey(certificate.IssuerCertificate) is not { } key)
        {
            return SignatureCheck.UnknownIssuer(certificate.IssuerCertificate);
        }

        if (!(signature.IsRsa ? key.IsStrongRsa : key.IsEcdsa))
        {
            return SignatureCheck.Rejected(
                CertificateFault.KeyNotAllowed, $"The issuer key {key.Thumbprint} is not of the signature's kind, or too weak.");
        }

        var signed = SHA256.HashData(signature.SignedInfo);
        var holds = signature.IsRsa ? key.VerifyRsa(signed, signature.Value) : key.VerifyEcdsa(signed, signature.Value);
        return holds
            ? SignatureCheck.Holding(certificate, Sha256Digest.FromBytes(digest))
            : SignatureCheck.Rejected(
                CertificateFault.SignatureInvalid, $"The signature was not made with the issuer key {key.Thumbprint}.");
    }
}
