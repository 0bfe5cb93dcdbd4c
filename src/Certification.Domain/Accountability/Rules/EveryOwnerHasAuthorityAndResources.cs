using Certification.Domain.Intake;

namespace Certification.Domain.Accountability.Rules;

/// <summary>Who answers for a duty must be able to do it: it states what it may decide or stop, and with what.</summary>
internal sealed class EveryOwnerHasAuthorityAndResources : IAccountabilityRule
{
    public IEnumerable<Gap> Check(AccountabilityGraph graph) =>
        from node in graph.Duties
        where graph.Tier >= (node.Duty.MandateFrom ?? node.Duty.From)
        from owner in node.Present
        where owner.Mandate is null
        select new Gap("gap.duty-authority-missing", node.Duty.Code, node.Duty.Clause,
            $"{owner.Party.Name} owns the duty \"{node.Duty.Title}\" without saying what it may decide or stop, and with what people, budget and hours.",
            $"Add to its 'mandates' one whose duties include {node.Duty.Code}, with authority and resources; the party then accepts.", 1);
}
