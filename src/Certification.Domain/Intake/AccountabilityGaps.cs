using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Domain.Intake;

/// <summary>No issuance while a duty is unowned or unaccepted: somebody has to answer for each.</summary>
internal static class AccountabilityGaps
{
    public static IEnumerable<Gap> Of(Rulebook rulebook, RiskTier tier, Declaration declaration)
    {
        foreach (var duty in rulebook.DutiesFor(tier))
        {
            var owners = declaration.Parties.Where(party => party.Duties.Contains(duty.Code)).ToList();
            if (owners.Count == 0)
            {
                yield return new("gap.duty-unowned", duty.Code, duty.Clause, $"Nobody owns the duty \"{duty.Title}\".",
                    $"Name a party whose duties include {duty.Code}, and let it accept.", duty.EffortHours);
            }
            else if (owners.All(owner => owner.AcceptedOn is null))
            {
                yield return new("gap.duty-not-accepted", duty.Code, duty.Clause,
                    $"{string.Join(", ", owners.Select(owner => owner.Name))} did not accept the duty \"{duty.Title}\".",
                    "Have the party accept its duties and declare the day on which it did (acceptedOn).", 1);
            }
        }
    }
}
