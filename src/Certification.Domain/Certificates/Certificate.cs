namespace Certification.Domain.Certificates;

/// <summary>A certificate as signed: the linted draft, and the two facts about the signature that stand inside the signed body.</summary>
/// <param name="Content">What it says.</param>
/// <param name="SignedAt">When the issuer says that it signed; whole seconds, UTC. Proves nothing by itself once the key may
/// have been compromised.</param>
/// <param name="IssuerCertificate">SHA-256 of the DER X.509 certificate of the signing key. Only looks a key up in pinned trust.</param>
public sealed record Certificate(CertificateDraft Content, DateTimeOffset SignedAt, Sha256Digest IssuerCertificate)
{
    /// <summary>The certificate's number.</summary>
    public CertificateNumber Number => Content.Number;
}
