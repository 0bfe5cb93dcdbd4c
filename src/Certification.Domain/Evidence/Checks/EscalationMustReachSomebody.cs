using Certification.Domain.Evidence.Assurance;

namespace Certification.Domain.Evidence.Checks;

/// <summary>An operator in doubt must know when to turn to whom, and that somebody answers in time.</summary>
internal sealed class EscalationMustReachSomebody : AssuranceCheck<OversightDesign>
{
    protected override IEnumerable<Finding> Check(JudgedEvidence evidence, OversightDesign design)
    {
        if (design.Escalation.Count == 0)
            yield return evidence.Major("evidence.escalation-missing", "No escalation path is described.", "/escalation");
        foreach (var level in design.Escalation.Where(level => level is not { When: not null, Who: not null, Contact: not null, WithinMinutes: > 0 }))
            yield return evidence.Major("evidence.escalation-incomplete", "The level does not say when, to whom, how they are reached and within how many minutes they answer.", level.Where);
    }
}
