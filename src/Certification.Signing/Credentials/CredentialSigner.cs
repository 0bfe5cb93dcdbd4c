using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.Json;
using Certification.Signing.Keys;

namespace Certification.Signing.Credentials;

/// <summary>Signs the credential of a signed certificate (VC-JOSE-COSE).</summary>
public static class CredentialSigner
{
    /// <summary>Signs it.</summary>
    /// <param name="certificate">As its XML says it.</param>
    /// <param name="canonicalDigest">SHA-256 of the canonical body of that XML.</param>
    /// <param name="key">The key that signed the XML.</param>
    /// <returns>The compact form, ASCII.</returns>
    /// <exception cref="ArgumentException">Another key signed the certificate: nobody would believe the credential.</exception>
    public static ValueTask<string> SignAsync(
        Certificate certificate, Sha256Digest canonicalDigest, ISigningKey key, CancellationToken cancellationToken = default) =>
        VerificationKey.ThumbprintOf(key.Certificate) == certificate.IssuerCertificate
            ? SignedJson.SignCredentialAsync(
                DomainJson.Bytes(VerifiableCredential.Of(certificate, canonicalDigest)),
                CredentialIssuer.IdOf(certificate.Content.Issuer.Code), key, cancellationToken)
            : throw new ArgumentException($"{certificate.Number} was signed with the key {certificate.IssuerCertificate}.", nameof(key));
}
