using Certification.Domain.Evidence.Assurance;
using Certification.Domain.Rulebooks;

namespace Certification.Domain.Evidence.Checks;

/// <summary>A red team that found nothing may have looked for nothing.</summary>
internal sealed class RedTeamMustHaveTried : AssuranceCheck<RedTeamFindings>
{
    protected override IEnumerable<Finding> Check(JudgedEvidence evidence, RedTeamFindings report)
    {
        if (report.TestedOn is null || report.Attempts is null)
            yield return evidence.Major("evidence.red-team-uncounted", "The report does not say when the team tried, and how often.", "/attempts");
        foreach (var finding in Bound(evidence, PracticeMeasures.RedTeamAttempts, report.Attempts, "evidence.red-team-too-little", $"{report.Attempts ?? 0} attempts", "/attempts"))
            yield return finding;
    }
}
