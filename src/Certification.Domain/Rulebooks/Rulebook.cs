using Certification.Domain.Intake;

namespace Certification.Domain.Rulebooks;

/// <summary>The rules that an authority applies: data, not code. Either the floor that all authorities share, or the floor
/// with one jurisdiction's additions merged in (see <see cref="RulebookAdoption"/>).</summary>
/// <param name="Id"><c>floor</c>, or the lower-case code of the authority whose additions are merged in, such as <c>xa</c>.</param>
/// <param name="Version">Semantic version; versions only rise.</param>
/// <param name="EffectiveFrom">First day on which submissions are judged by it.</param>
/// <param name="Taxonomy">The words that a declaration may use.</param>
/// <param name="TierRules">Each that fires raises the tier to at least its own.</param>
/// <param name="Evidence">The evidence catalogue.</param>
/// <param name="Duties">The nodes of the accountability graph: each needs an owner who accepted.</param>
/// <param name="ReviewPlans">Exactly one per tier.</param>
/// <param name="CertificatePlans">Exactly one per tier.</param>
/// <param name="Recognition">How foreign certificates are judged; null in the floor, which recognises nobody.</param>
/// <param name="Floor">The floor that this rulebook was merged from; null when this is the floor.</param>
/// <param name="BarredUses">Uses for which no certificate is issued; null for none.</param>
/// <param name="References">Systems against whose results thresholds are set; null for none.</param>
/// <param name="IncidentClocks">How soon incidents are reported, by severity; null for no clock.</param>
public sealed record Rulebook(
    string Id,
    string Version,
    string Title,
    DateOnly EffectiveFrom,
    Taxonomy Taxonomy,
    IReadOnlyList<TierRule> TierRules,
    IReadOnlyList<EvidenceKind> Evidence,
    IReadOnlyList<Duty> Duties,
    IReadOnlyList<ReviewPlan> ReviewPlans,
    IReadOnlyList<CertificatePlan> CertificatePlans,
    Deadlines Deadlines,
    RecognitionPlan? Recognition = null,
    RulebookReference? Floor = null,
    IReadOnlyList<BarredUse>? BarredUses = null,
    IReadOnlyList<ReferenceSystem>? References = null,
    IReadOnlyList<IncidentClock>? IncidentClocks = null)
{
    /// <summary>Clause prefix of everything that this document says itself, such as <c>floor/1.0</c>.</summary>
    public string Origin => RulebookReference.OriginOf(Id, Version);

    /// <summary>How many assessors and how much time an assessment of this tier gets.</summary>
    public ReviewPlan ReviewPlanFor(RiskTier tier) => ReviewPlans.Single(plan => plan.Tier == tier);

    /// <summary>The plan by which a case of this tier is reviewed once it has left the lane of self-declaration: that of the
    /// next tier which is assessed.</summary>
    public ReviewPlan AssessedPlanFor(RiskTier tier) =>
        ReviewPlans.Where(plan => plan.Tier >= tier && plan.Lane == ReviewLane.Assessed).MinBy(plan => plan.Tier)!;

    /// <summary>Validity, conditions and surveillance of a certificate of this tier.</summary>
    public CertificatePlan CertificatePlanFor(RiskTier tier) => CertificatePlans.Single(plan => plan.Tier == tier);

    /// <summary>Duties that need an owner in this tier.</summary>
    public IReadOnlyList<Duty> DutiesFor(RiskTier tier) => [.. Duties.Where(duty => tier >= duty.From)];

    /// <summary>The kind with this code; null when the catalogue has none.</summary>
    public EvidenceKind? FindEvidence(string code) => Evidence.FirstOrDefault(kind => kind.Code == code);

    /// <summary>The formats in which a file of this kind is read; empty for a kind that the catalogue does not have.</summary>
    public IReadOnlyList<string> FormatsFor(string kind) => FindEvidence(kind)?.Formats ?? [];

    /// <summary>Id, version and digest, as a certificate cites them. The digest is taken over <c>DomainJson.Bytes</c> of this
    /// rulebook, which are the bytes to publish.</summary>
    public RulebookReference Reference() => new(Id, Version, Sha256Digest.Of(DomainJson.Bytes(this)));
}
