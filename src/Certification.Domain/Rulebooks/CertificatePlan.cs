using Certification.Domain.Intake;

namespace Certification.Domain.Rulebooks;

/// <summary>What a certificate of one tier looks like.</summary>
/// <param name="ValidityDays">From issue to expiry.</param>
/// <param name="Conditions">Imposed on every certificate of the tier.</param>
/// <param name="SurveillanceIntervalDays">Between surveillance audits.</param>
/// <param name="RenewalLeadDays">Re-certification starts so long before expiry.</param>
public sealed record CertificatePlan(
    RiskTier Tier,
    int ValidityDays,
    IReadOnlyList<ConditionTerm> Conditions,
    int SurveillanceIntervalDays,
    int RenewalLeadDays);

/// <summary>A condition as a rulebook words it.</summary>
/// <param name="Code">Such as <c>human-confirms</c>, for machines.</param>
/// <param name="Text">The condition itself, in one sentence, for the certificate.</param>
public sealed record ConditionTerm(string Code, string Text);
