using Certification.Domain.Evidence.Assurance;

namespace Certification.Domain.Evidence.Checks;

/// <summary>A plan that allows itself more time than the law is a plan to break it.</summary>
internal sealed class IncidentClocksMustBeKept : AssuranceCheck<IncidentResponse>
{
    protected override IEnumerable<Finding> Check(JudgedEvidence evidence, IncidentResponse plan)
    {
        foreach (var clock in evidence.IncidentClocks)
        {
            var planned = plan.Clocks.FirstOrDefault(planned => planned.Severity == clock.Code);
            if (planned?.ReportWithinHours is not { } hours)
                yield return evidence.Major("evidence.incident-clock-missing", $"The plan has no clock for \"{clock.Code}\" ({clock.Title}); it is reported within {clock.ReportWithinHours} hours.", "/clocks");
            else if (hours > clock.ReportWithinHours)
                yield return evidence.Major("evidence.incident-clock-too-slow", FormattableString.Invariant($"The plan reports \"{clock.Code}\" within {hours} hours; the rulebook wants {clock.ReportWithinHours}."), planned.Where);
        }
    }
}
