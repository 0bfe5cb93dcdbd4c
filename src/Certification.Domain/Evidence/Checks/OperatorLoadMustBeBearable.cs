using Certification.Domain.Evidence.Assurance;
using Certification.Domain.Rulebooks;

namespace Certification.Domain.Evidence.Checks;

/// <summary>Who has a case every ten seconds cannot look at it.</summary>
internal sealed class OperatorLoadMustBeBearable : AssuranceCheck<OversightDrills>
{
    protected override IEnumerable<Finding> Check(JudgedEvidence evidence, OversightDrills drills)
    {
        foreach (var drill in drills.Drills)
        {
            double? load = drill.OperatorHours > 0 ? drill.Decisions / drill.OperatorHours : null;
            var found = load is null ? "Hours of the operators are not given" : FormattableString.Invariant($"{load:0.#} cases an operator-hour");
            foreach (var finding in Bound(evidence, PracticeMeasures.CasesPerOperatorHour, load, "evidence.operator-overloaded", found, drill.Where))
                yield return finding;
        }
    }
}
