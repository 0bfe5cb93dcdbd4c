using Certification.Domain.Evidence.Assurance;
using Certification.Domain.Rulebooks;

namespace Certification.Domain.Evidence.Checks;

/// <summary>Vigilance fades: training is repeated, and was repeated in time.</summary>
internal sealed class TrainingMustBeRefreshed : AssuranceCheck<OversightDesign>
{
    protected override IEnumerable<Finding> Check(JudgedEvidence evidence, OversightDesign design)
    {
        foreach (var training in design.Training.Where(training => training.HeldOn is not null))
        {
            var found = training.RefreshDays is { } days ? $"{training.Person}'s training is repeated after {days} days" : $"{training.Person}'s training is never repeated";
            foreach (var finding in Bound(evidence, PracticeMeasures.TrainingRefreshDays, training.RefreshDays, "evidence.training-not-refreshed", found, training.Where))
                yield return finding;
        }

        // Of somebody who was trained more than once, the last time counts.
        foreach (var last in design.Training.Where(training => training is { Person: not null, HeldOn: not null, RefreshDays: not null })
            .GroupBy(training => training.Person).Select(times => times.MaxBy(training => training.HeldOn)!))
        {
            if (last.HeldOn!.Value.AddDays(Math.Min(last.RefreshDays!.Value, 36_500)) < evidence.At)
                yield return evidence.Major("evidence.training-lapsed", $"{last.Person} was trained on {last.HeldOn:yyyy-MM-dd} for {last.RefreshDays} days; that is over.", last.Where);
        }
    }
}
