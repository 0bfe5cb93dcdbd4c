using Certification.Domain.Evidence.Assurance;
using Certification.Domain.Rulebooks;

namespace Certification.Domain.Evidence.Checks;

/// <summary>People who never overrule a system do not oversee it; they sign.</summary>
internal sealed class OverridesMustHappen : AssuranceCheck<OversightDrills>
{
    protected override IEnumerable<Finding> Check(JudgedEvidence evidence, OversightDrills drills)
    {
        const int Many = 100;
        var (decisions, overridden) = (drills.Drills.Sum(drill => drill.Decisions) ?? 0, drills.Drills.Sum(drill => drill.Overridden) ?? 0);
        foreach (var finding in Bound(evidence, PracticeMeasures.DecisionsDrilled, decisions, "evidence.drilled-too-little", $"{Counted.Of(decisions, "decision")} drilled", "/drills"))
            yield return finding;
        if (decisions >= Many && overridden == 0)
            yield return evidence.Major("evidence.never-overridden", $"In {decisions} decisions nobody overruled the system once.", "/drills");
    }
}
