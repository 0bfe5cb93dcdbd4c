using Certification.Domain.Evidence.Assurance;

namespace Certification.Domain.Evidence.Checks;

/// <summary>What a system may do without a person is limited by a bound that something enforces.</summary>
internal sealed class AutonomyMustHaveLimits : AssuranceCheck<OversightDesign>
{
    protected override IEnumerable<Finding> Check(JudgedEvidence evidence, OversightDesign design)
    {
        if (design.Limits.Count == 0)
            yield return evidence.Major("evidence.autonomy-unlimited", "No limit says what the system may not do without a person.", "/limits");
        foreach (var limit in design.Limits.Where(limit => limit is not { Without: not null, Cap: not null, EnforcedBy: not null }))
            yield return evidence.Major("evidence.limit-unenforced", "The limit does not say what it bounds, by how much, and what enforces it.", limit.Where);
    }
}
