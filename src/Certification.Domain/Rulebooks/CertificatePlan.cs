using Certification.Domain.Certificates;
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
    IReadOnlyList<CertificateCondition> Conditions,
    int SurveillanceIntervalDays,
    int RenewalLeadDays);
