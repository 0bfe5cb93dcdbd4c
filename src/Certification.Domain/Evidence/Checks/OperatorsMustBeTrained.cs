using Certification.Domain.Evidence.Assurance;
using Certification.Domain.Rulebooks;

namespace Certification.Domain.Evidence.Checks;

/// <summary>Training is of people, on a day, in something: a line that says "all staff are trained" trains nobody.</summary>
internal sealed class OperatorsMustBeTrained : AssuranceCheck<OversightDesign>
{
    protected override IEnumerable<Finding> Check(JudgedEvidence evidence, OversightDesign design)
    {
        var named = design.Training.Where(training => training is { Person: not null, HeldOn: not null, Hours: > 0, Content.Count: > 0 }).ToList();
        if (named.Count == 0)
            yield return evidence.Major("evidence.training-without-people", "No training names a person, a day, hours and what was taught.", "/training");
        foreach (var training in design.Training.Except(named).Take(20))
            yield return evidence.Major("evidence.training-without-people", "This training does not name a person, a day, hours and what was taught.", training.Where);
        var people = named.Select(training => training.Person).Distinct().Count();
        foreach (var finding in Bound(evidence, PracticeMeasures.OperatorsTrained, people, "evidence.trained-too-few", $"{Counted.Of(people, "operator")} trained", "/training"))
            yield return finding;
        foreach (var training in named)
        {
            var found = FormattableString.Invariant($"{training.Person} was trained for {training.Hours} hours");
            foreach (var finding in Bound(evidence, PracticeMeasures.TrainingHours, training.Hours, "evidence.training-too-short", found, training.Where))
                yield return finding;
        }
    }
}
