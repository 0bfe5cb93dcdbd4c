using Certification.Domain.Evidence.Assurance;
using Certification.Domain.Rulebooks;

namespace Certification.Domain.Evidence.Checks;

/// <summary>Somebody stops the system, within a time, without asking.</summary>
internal sealed class IncidentStopMustBeOwned : AssuranceCheck<IncidentResponse>
{
    protected override IEnumerable<Finding> Check(JudgedEvidence evidence, IncidentResponse plan)
    {
        if (plan.Stop is not { Who: not null, WithinMinutes: > 0, WithoutConsent: true } stop)
        {
            yield return evidence.Major("evidence.incident-stop-unowned", "The plan does not name who stops the system, within how many minutes, and without asking anybody.", "/stop");
            yield break;
        }

        foreach (var finding in Bound(evidence, PracticeMeasures.MinutesToStop, stop.WithinMinutes, "evidence.incident-stop-too-slow", FormattableString.Invariant($"{stop.Who} stops the system within {stop.WithinMinutes} minutes"), "/stop"))
            yield return finding;
    }
}
