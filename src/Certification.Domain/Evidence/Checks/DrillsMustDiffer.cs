using Certification.Domain.Evidence.Assurance;

namespace Certification.Domain.Evidence.Checks;

/// <summary>Drills with people in them never come out alike to the last digit.</summary>
internal sealed class DrillsMustDiffer : AssuranceCheck<OversightDrills>
{
    protected override IEnumerable<Finding> Check(JudgedEvidence evidence, OversightDrills drills)
    {
        var alike = drills.Drills.GroupBy(drill => (drill.Decisions, drill.Overridden, drill.Seeded, drill.Caught, drill.OperatorHours,
            string.Join(' ', drill.SecondsToStop.Select(seconds => FormattableString.Invariant($"{seconds}"))))).MaxBy(group => group.Count());
        if (alike?.Count() > 1)
            yield return evidence.Major("evidence.drills-copied", $"{alike.Count()} of {drills.Drills.Count} drills have the very same counts and times.", alike.Skip(1).First().Where);
    }
}
