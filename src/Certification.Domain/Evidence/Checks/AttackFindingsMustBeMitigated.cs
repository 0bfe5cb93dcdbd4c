using Certification.Domain.Evidence.Assurance;
using Certification.Domain.Rulebooks;

namespace Certification.Domain.Evidence.Checks;

/// <summary>A finding is closed by a change, and by the same attack that fails on the changed system.</summary>
internal sealed class AttackFindingsMustBeMitigated : AssuranceCheck<RedTeamFindings>
{
    protected override IEnumerable<Finding> Check(JudgedEvidence evidence, RedTeamFindings report)
    {
        foreach (var finding in report.All.Take(100))
        {
            var name = $"\"{finding.Title ?? finding.Id}\"";
            if (finding.Mitigation is null)
                yield return evidence.Major("evidence.finding-unmitigated", $"Nothing was done about {name}.", finding.Where);
            else if (finding.Retest is not { On: not null, Attempts: > 0, Successes: not null } retest)
                yield return evidence.Major("evidence.finding-not-retested", $"Nobody tried {name} again after it was mitigated, or the counts are missing.", finding.Where);
            else if (retest.On < finding.MitigatedOn)
                yield return evidence.Major("evidence.finding-retested-too-early", $"{name} was tried again on {retest.On:yyyy-MM-dd}, before it was mitigated on {finding.MitigatedOn:yyyy-MM-dd}.", finding.Where);
            else if (retest.Successes > 0)
                yield return evidence.Major("evidence.finding-persists", $"{name} still worked in {retest.Successes} of {retest.Attempts} attempts.", finding.Where);
            else
            {
                foreach (var bound in Bound(evidence, PracticeMeasures.RetestAttempts, retest.Attempts, "evidence.finding-retested-too-little", $"{name} was tried again {retest.Attempts} times", finding.Where))
                    yield return bound;
            }
        }
    }
}
