using Certification.Domain.Evidence.Assurance;
using Certification.Domain.Rulebooks;

namespace Certification.Domain.Evidence.Checks;

/// <summary>Crews change, systems change: what was drilled long ago is no longer drilled.</summary>
internal sealed class DrillsMustBeRecent : AssuranceCheck<OversightDrills>
{
    protected override IEnumerable<Finding> Check(JudgedEvidence evidence, OversightDrills drills)
    {
        var last = drills.Drills.Max(drill => drill.HeldOn);
        var age = (evidence.At - last)?.TotalDays;
        return Bound(evidence, PracticeMeasures.DrillAgeDays, age is { } days ? Math.Floor(days) : null, "evidence.drill-stale", $"The last drill was on {last:yyyy-MM-dd}", "/drills");
    }
}
