using Certification.Domain.Intake;

namespace Certification.Domain.Accountability.Rules;

/// <summary>Some duties are done at once or in vain: their owner asks nobody first. The rulebook says which.</summary>
internal sealed class WhoStopsAsksNobody : IAccountabilityRule
{
    public IEnumerable<Gap> Check(AccountabilityGraph graph) =>
        from node in graph.Duties
        where node.Duty.ActsAlone
        from owner in node.Present
        where owner.Mandate?.ConsentOf is not null
        select new Gap("gap.stop-needs-consent", node.Duty.Code, node.Duty.Clause,
            $"{owner.Party.Name} may act on \"{node.Duty.Title}\" only with the consent of {owner.Mandate!.ConsentOf}.",
            "Give it the authority to act without asking, and let it accept; it may have to tell afterwards.", 1);
}
