using Certification.Domain.Intake;
using Certification.Domain.Submissions;

namespace Certification.Domain.Certificates;

/// <summary>Everything that a certificate says, complete but unsigned. ISO/IEC 17065 §7.7.1 lists what certification
/// documentation must name; the rest is what a foreign authority needs to judge it by its own rulebook.</summary>
/// <param name="Issuer">The certification body (17065 §7.7.1 a).</param>
/// <param name="Holder">The client to whom certification was granted (17065 §7.7.1 c).</param>
/// <param name="Scope">What it may be used for (17065 §7.7.1 d).</param>
/// <param name="Conditions">Duties while the certificate is in force; machine-checkable.</param>
/// <param name="Restrictions">Limits of use; machine-checkable.</param>
/// <param name="Tier">The risk tier with the rules that set it.</param>
/// <param name="Dossier">Digest of the sealed dossier that was assessed.</param>
/// <param name="Evidence">One entry for each evidence item of the dossier, withheld ones too.</param>
/// <param name="Parties">Who answers for what; for each duty somebody has accepted it.</param>
/// <param name="Envelope">Changes agreed beforehand; null for none.</param>
/// <param name="Log">Id of the transparency log that the certificate is entered in; names the log, not the entry.</param>
/// <param name="Renews">The certificate that this one follows; null for a first certification.</param>
/// <param name="Declared">Purpose, base model and datasets, or commitments to them; null in certificates from before they were shown.</param>
/// <param name="Upstream">What it takes over from another certificate; null for nothing.</param>
/// <param name="SelfDeclared">Set when the certificate rests on the provider's declaration; null when people assessed.</param>
public sealed record CertificateDraft(
    CertificateNumber Number,
    Issuer Issuer,
    Holder Holder,
    CertifiedSystem System,
    CertificateScope Scope,
    IReadOnlyList<CertificateCondition> Conditions,
    IReadOnlyList<CertificateCondition> Restrictions,
    Classification Tier,
    AppliedRulebook Rulebook,
    Sha256Digest Dossier,
    IReadOnlyList<EvidenceEntry> Evidence,
    IReadOnlyList<Party> Parties,
    IReadOnlyList<string> KnownLimitations,
    ChangeEnvelope? Envelope,
    ValidityPeriod Validity,
    IReadOnlyList<SurveillanceActivity> Surveillance,
    StatusPointer Status,
    string Log,
    CertificateNumber? Renews = null,
    SelfDeclaredBasis? SelfDeclared = null,
    IReadOnlyList<DeclaredEntry>? Declared = null,
    InheritedEvidence? Upstream = null)
{
    /// <summary>SHA-256 over the draft's canonical JSON: what lints passed and what signing redeems once.</summary>
    public Sha256Digest Digest() => Sha256Digest.Of(DomainJson.Bytes(this));
}
