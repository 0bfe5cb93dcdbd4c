using Certification.Domain.Intake;

namespace Certification.Domain.Accountability.Rules;

/// <summary>Two parties for which the same tokens speak are one: it could accept for the other.</summary>
internal sealed class OneOrganisationIsOneParty : IAccountabilityRule
{
    public IEnumerable<Gap> Check(AccountabilityGraph graph) =>
        from same in graph.Parties.GroupBy(party => party.Organisation ?? party.Name, StringComparer.OrdinalIgnoreCase)
        where same.Count() > 1
        select new Gap("gap.organisation-shared", same.Last().Id, $"{graph.Duties.FirstOrDefault()?.Duty.Clause}",
            $"{string.Join(" and ", same.Select(party => party.Id))} are declared as parties, and the same organisation, {same.Key}, speaks for both.",
            "Declare one organisation as one party, or name the organisation that really speaks for the other.");
}
