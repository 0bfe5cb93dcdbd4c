using Certification.Domain.Certificates;

namespace Certification.Domain.Recognition;

/// <summary>What an authority publishes, signed, about another's certificate. A statement with a higher sequence for the same
/// certificate takes the place of the earlier ones.</summary>
/// <param name="Authority">Code of the recognising authority.</param>
/// <param name="CertificateDigest">SHA-256 of the certificate's canonical signed body; null when its signature did not hold.</param>
/// <param name="Sequence">From 1, per certificate.</param>
/// <param name="AsOf">The instant that the verdict is about.</param>
/// <param name="Rulebook">The recognising authority's rulebook.</param>
/// <param name="TrustList">Digest of the trust list used; null when none was.</param>
/// <param name="StatusList">Digest of the status list used; null when none was.</param>
public sealed record RecognitionStatement(
    string Authority,
    CertificateNumber Certificate,
    Sha256Digest? CertificateDigest,
    int Sequence,
    RecognitionVerdict Verdict,
    DateTimeOffset AsOf,
    AppliedRulebook? Rulebook,
    Sha256Digest? TrustList,
    Sha256Digest? StatusList)
{
    /// <summary>Puts a statement together from the verdicts that it rests on.</summary>
    /// <param name="certificate">The number that was asked about: the verification gives none when the signature did not hold.</param>
    public static RecognitionStatement From(
        string authority, CertificateNumber certificate, int sequence, RecognitionVerdict verdict, VerificationVerdict verification, AppliedRulebook? rulebook) =>
        new(authority, certificate, verification.CertificateDigest, sequence, verdict, verification.AsOf, rulebook, verification.TrustList, verification.StatusList);
}
