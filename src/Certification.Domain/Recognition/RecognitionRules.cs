using Certification.Domain.Certificates;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;

namespace Certification.Domain.Recognition;

/// <summary>What the recognising authority's rulebook says, applied to one certificate: filled in by the rulebook, judged by
/// <see cref="RecognitionJudgement"/>. Null always means "the rulebook does not say" and leads to undetermined.</summary>
/// <param name="Authority">Code of the recognising authority.</param>
/// <param name="Agreements">With whom it has a recognition agreement, and for what.</param>
/// <param name="Floors">Versions of the shared floor that it takes as equivalent to its own; null when it has none.</param>
/// <param name="OwnTier">Its own classification of the certified system in each certified context, the highest; null when
/// its rules could not classify it.</param>
/// <param name="RequiredEvidence">Evidence kinds that its rulebook requires at <paramref name="OwnTier"/>.</param>
/// <param name="Conditions">What it imposes on certificates of this tier in addition to the floor.</param>
/// <param name="LongestAge">Certificates signed longer ago are assessed anew; null for no limit.</param>
/// <param name="LongestValidity">Certificates with a longer validity are recognised up to this; null for no limit.</param>
/// <param name="BarredUses">Uses that it bars and that hold for the certified system; null for none.</param>
public sealed record RecognitionRules(
    string Authority,
    IReadOnlyList<RecognitionAgreement> Agreements,
    EquivalentFloors? Floors,
    Classification? OwnTier,
    IReadOnlyList<string> RequiredEvidence,
    IReadOnlyList<CertificateCondition> Conditions,
    TimeSpan? LongestAge,
    TimeSpan? LongestValidity,
    IReadOnlyList<BarredUse>? BarredUses = null);

/// <summary>A recognition agreement: whose certificates, in which sectors, since when (enacted and repealed, as ETSI TS
/// 119 612 has it).</summary>
/// <param name="Issuer">Code of the other authority.</param>
/// <param name="Sectors">Recognised scope: sector codes, or <c>*</c> for all.</param>
/// <param name="HighestTier">Certificates of higher tiers are not covered.</param>
/// <param name="Enacted">First instant at which it is in force.</param>
/// <param name="Repealed">First instant at which it no longer is; null while it is.</param>
public sealed record RecognitionAgreement(
    string Issuer, IReadOnlyList<string> Sectors, RiskTier HighestTier, DateTimeOffset Enacted, DateTimeOffset? Repealed = null);

/// <summary>The versions of the shared floor that an authority takes as equivalent to its own.</summary>
/// <param name="Id">Of the floor rulebook.</param>
public sealed record EquivalentFloors(string Id, IReadOnlyList<string> Versions)
{
    /// <summary>Whether this version of that floor is among them.</summary>
    public bool Hold(string id, string version) => id == Id && Versions.Contains(version);
}
