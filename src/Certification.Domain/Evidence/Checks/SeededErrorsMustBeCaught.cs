using Certification.Domain.Evidence.Assurance;
using Certification.Domain.Rulebooks;

namespace Certification.Domain.Evidence.Checks;

/// <summary>Whether people notice errors is known from errors that were planted, in a number that proves something.</summary>
internal sealed class SeededErrorsMustBeCaught : AssuranceCheck<OversightDrills>
{
    protected override IEnumerable<Finding> Check(JudgedEvidence evidence, OversightDrills drills)
    {
        var (seeded, caught) = (drills.Drills.Sum(drill => drill.Seeded) ?? 0, drills.Drills.Sum(drill => drill.Caught) ?? 0);
        foreach (var finding in Bound(evidence, PracticeMeasures.SeededErrors, seeded, "evidence.seeded-too-few", $"{Counted.Of(seeded, "error")} planted", "/drills"))
            yield return finding;
        var proved = Proportion.LowerBound(caught, seeded);
        var found = FormattableString.Invariant($"{caught} of {seeded} planted errors were caught, which proves a share of {proved:0.00} (95 %, one-sided)");
        foreach (var finding in Bound(evidence, PracticeMeasures.CatchRate, proved, "evidence.catch-rate-unproved", found, "/drills"))
            yield return finding;
    }
}
