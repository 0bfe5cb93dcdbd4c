using Certification.Domain;
using Certification.Domain.Certificates;

namespace Certification.Signing.Xml;

/// <summary>A certificate as published.</summary>
/// <param name="Xml">The file, UTF-8: the canonical signed body with the signature as its last element.</param>
/// <param name="CanonicalDigest">SHA-256 of the canonical signed body, the certificate's identity. Two signings of one draft
/// at one instant differ as files and agree here.</param>
public sealed record SignedCertificate(Certificate Certificate, byte[] Xml, Sha256Digest CanonicalDigest);
