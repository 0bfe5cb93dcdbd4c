using Certification.Domain.Evidence.Assurance;
using Certification.Domain.Rulebooks;

namespace Certification.Domain.Evidence.Checks;

/// <summary>A plan that nobody tried is a wish.</summary>
internal sealed class IncidentPlanMustBeExercised : AssuranceCheck<IncidentResponse>
{
    protected override IEnumerable<Finding> Check(JudgedEvidence evidence, IncidentResponse plan)
    {
        foreach (var exercise in plan.Exercises)
        {
            if (exercise is not { HeldOn: not null, Scenario: not null, MinutesToStop: not null, HoursToReport: not null, Participants.Count: > 0 })
                yield return evidence.Major("evidence.incident-exercise-incomplete", "The exercise does not say its day, scenario, participants, minutes to stop and hours to report.", exercise.Where);
            foreach (var finding in Bound(evidence, PracticeMeasures.MinutesToStop, exercise.MinutesToStop, "evidence.incident-stop-too-slow", FormattableString.Invariant($"In the exercise it took {exercise.MinutesToStop} minutes to stop"), exercise.Where))
                yield return finding;
            if (evidence.IncidentClocks.Count > 0 && exercise.HoursToReport > evidence.IncidentClocks.Min(clock => clock.ReportWithinHours))
                yield return evidence.Minor("evidence.incident-report-too-slow", FormattableString.Invariant($"In the exercise the report took {exercise.HoursToReport} hours, longer than the shortest clock."), exercise.Where);
        }

        var last = plan.Exercises.Max(exercise => exercise.HeldOn);
        double? age = last is { } then ? Math.Floor((evidence.At - then).TotalDays) : null;
        foreach (var finding in Bound(evidence, PracticeMeasures.DrillAgeDays, age, "evidence.incident-not-exercised", last is null ? "The plan was never exercised" : $"The plan was last exercised on {last:yyyy-MM-dd}", "/exercises"))
            yield return finding;
    }
}
