using Certification.Domain.Certificates;

namespace Certification.Domain.Intake;

/// <summary>A certificate that a declaration names as its upstream, as it stands now.</summary>
/// <param name="Content">What it says; null while it cannot be relied on.</param>
/// <param name="Digest">Its canonical digest; null with <paramref name="Content"/>.</param>
/// <param name="Objection">Why it cannot be relied on, in one sentence; null when it can.</param>
public sealed record UpstreamStanding(CertificateNumber Number, CertificateDraft? Content, Sha256Digest? Digest, string? Objection = null)
{
    /// <summary>One that cannot be relied on.</summary>
    public static UpstreamStanding Not(CertificateNumber number, string objection) => new(number, null, null, objection);
}
