namespace Certification.Domain.Rulebooks;

/// <summary>What one jurisdiction adds to the floor, as it publishes it. An entry under a code that the floor has replaces the
/// floor's entry and may only be stricter; an entry under a new code is added.</summary>
/// <param name="Id">Lower-case code of the authority, such as <c>xa</c>.</param>
/// <param name="Authority">Such as <c>XA</c>.</param>
/// <param name="FloorVersion">The version of the floor that it was written for.</param>
/// <param name="Taxonomy">Further codes; an axis that gains none is empty.</param>
/// <param name="Deadlines">Replaces the floor's deadlines; null to keep them.</param>
/// <param name="BarredUses">Further uses that are barred; null for none.</param>
/// <param name="References">Further reference systems; null for none.</param>
/// <param name="IncidentClocks">Shorter clocks, and clocks for further severities; null for none.</param>
public sealed record RulebookAdditions(
    string Id,
    string Authority,
    string Version,
    string Title,
    DateOnly EffectiveFrom,
    string FloorVersion,
    Taxonomy Taxonomy,
    IReadOnlyList<TierRule> TierRules,
    IReadOnlyList<EvidenceKind> Evidence,
    IReadOnlyList<Duty> Duties,
    IReadOnlyList<ReviewPlan> ReviewPlans,
    IReadOnlyList<CertificatePlan> CertificatePlans,
    RecognitionPlan Recognition,
    Deadlines? Deadlines = null,
    IReadOnlyList<BarredUse>? BarredUses = null,
    IReadOnlyList<ReferenceSystem>? References = null,
    IReadOnlyList<IncidentClock>? IncidentClocks = null)
{
    /// <summary>Clause prefix of everything that this document says, such as <c>xa/1.0</c>.</summary>
    public string Origin => RulebookReference.OriginOf(Id, Version);
}
