using Certification.Domain.Evidence.Assurance;

namespace Certification.Domain.Evidence.Checks;

/// <summary>A rate that its own counts do not give was written, not measured.</summary>
internal sealed class DrillRatesMustFollowFromCounts : AssuranceCheck<OversightDrills>
{
    protected override IEnumerable<Finding> Check(JudgedEvidence evidence, OversightDrills drills)
    {
        const double Rounding = 0.0051;
        foreach (var drill in drills.Drills)
        {
            foreach (var (name, stated, part, whole) in ((string, double?, long?, long?)[])
                [("catch rate", drill.CatchRate, drill.Caught, drill.Seeded), ("override rate", drill.OverrideRate, drill.Overridden, drill.Decisions)])
            {
                if (stated is { } rate && whole > 0 && part is { } count && Math.Abs(rate - ((double)count / whole.Value)) > Rounding)
                    yield return evidence.Major("evidence.drill-rate-wrong", FormattableString.Invariant($"The {name} is stated as {rate:0.###}; {count} of {whole} is {(double)count / whole.Value:0.###}."), drill.Where);
            }
        }
    }
}
