namespace Certification.Domain.Certificates;

/// <summary>What a certificate takes over from another instead of assessing it again (parent and child).</summary>
/// <param name="Number">The certificate of the base model.</param>
/// <param name="Certificate">Its canonical digest: exactly this text was looked at.</param>
/// <param name="Kinds">Kinds of evidence that it covers.</param>
public sealed record InheritedEvidence(CertificateNumber Number, Sha256Digest Certificate, IReadOnlyList<string> Kinds);
