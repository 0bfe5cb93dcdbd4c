using Certification.Domain.Evidence.Assurance;

namespace Certification.Domain.Evidence.Checks;

/// <summary>A drill is counts: what was planted, what was caught, by whom. Whatever cannot be counted so was not drilled.</summary>
internal sealed class DrillsMustBeCounted : AssuranceCheck<OversightDrills>
{
    protected override IEnumerable<Finding> Check(JudgedEvidence evidence, OversightDrills drills)
    {
        if (drills.Drills.Count == 0)
            yield return evidence.Major("evidence.drill-missing", "No drill is reported.", "/drills");
        foreach (var drill in drills.Drills)
        {
            if (drill is not { HeldOn: not null, Decisions: > 0, Overridden: not null, Seeded: not null, Caught: not null })
                yield return evidence.Major("evidence.drill-uncounted", "The drill does not say on which day it was held, and how many decisions, overrides, planted and caught errors it had.", drill.Where);
            if (drill.Caught > drill.Seeded || drill.Overridden > drill.Decisions || drill.Seeded > drill.Decisions)
                yield return evidence.Major("evidence.drill-counts-impossible", $"Of {drill.Decisions} decisions {drill.Overridden} were overridden; of {drill.Seeded} planted errors {drill.Caught} were caught: that cannot be.", drill.Where);
            if (drill.Participants.Count == 0)
                yield return evidence.Major("evidence.drill-without-people", "The drill names nobody who took part.", drill.Where);
        }
    }
}
