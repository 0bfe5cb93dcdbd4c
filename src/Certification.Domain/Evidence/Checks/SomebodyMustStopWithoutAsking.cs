using Certification.Domain.Evidence.Assurance;

namespace Certification.Domain.Evidence.Checks;

/// <summary>A stop that needs a superior's consent comes too late.</summary>
internal sealed class SomebodyMustStopWithoutAsking : AssuranceCheck<OversightDesign>
{
    protected override IEnumerable<Finding> Check(JudgedEvidence evidence, OversightDesign design)
    {
        if (!design.Intervention.Any(right => right is { Who: not null, May: "stop", WithoutConsent: true }))
            yield return evidence.Major("evidence.stop-needs-consent", "Nobody is named who may stop the system without asking anybody.", "/intervention");
    }
}
