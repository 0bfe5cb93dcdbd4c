using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.Xml;

namespace Certification.Signing.Verification;

/// <summary>What the signature of one file is worth. Exactly one of <see cref="Certificate"/>, <see cref="Fault"/> and
/// <see cref="IssuerSought"/> is set.</summary>
public sealed record SignatureCheck
{
    private SignatureCheck()
    {
    }

    /// <summary>The certificate, when its signature holds; null otherwise.</summary>
    public Certificate? Certificate { get; private init; }

    /// <summary>SHA-256 of the canonical signed body, the certificate's identity; null unless the signature holds.</summary>
    public Sha256Digest? CanonicalDigest { get; private init; }

    /// <summary>Why the file is no certificate of the profile; null otherwise.</summary>
    public CertificateFault? Fault { get; private init; }

    /// <summary>The fault in one sentence.</summary>
    public string? Message { get; private init; }

    /// <summary>Thumbprint of the issuer's certificate, when no pinned trust knows it; null otherwise.</summary>
    public Sha256Digest? IssuerSought { get; private init; }

    internal static SignatureCheck Holding(Certificate certificate, Sha256Digest canonical) =>
        new() { Certificate = certificate, CanonicalDigest = canonical };

    internal static SignatureCheck Rejected(CertificateFault fault, string message) => new() { Fault = fault, Message = message };

    internal static SignatureCheck UnknownIssuer(Sha256Digest thumbprint) => new() { IssuerSought = thumbprint };
}
