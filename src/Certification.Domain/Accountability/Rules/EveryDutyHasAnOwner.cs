using Certification.Domain.Intake;

namespace Certification.Domain.Accountability.Rules;

/// <summary>A duty that everybody could have is nobody's; one whose owners all left is nobody's again.</summary>
internal sealed class EveryDutyHasAnOwner : IAccountabilityRule
{
    public IEnumerable<Gap> Check(AccountabilityGraph graph)
    {
        foreach (var (duty, owners) in graph.Duties.Where(node => !node.Present.Any()))
        {
            yield return owners.Count == 0
                ? new("gap.duty-unowned", duty.Code, duty.Clause, $"Nobody owns the duty \"{duty.Title}\".",
                    $"Name a party whose duties include {duty.Code}, and let it accept.", duty.EffortHours)
                : new("gap.duty-owner-left", duty.Code, duty.Clause,
                    $"{string.Join(", ", owners.Select(owner => owner.Party.Name))}, who owned the duty \"{duty.Title}\", has left.",
                    "Name a successor for it, and let the successor accept.", duty.EffortHours);
        }
    }
}
