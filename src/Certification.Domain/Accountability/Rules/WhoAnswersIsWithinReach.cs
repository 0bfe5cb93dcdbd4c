using Certification.Domain.Intake;

namespace Certification.Domain.Accountability.Rules;

/// <summary>Where an order has to arrive, the owner is within reach of the authority, or somebody within reach has accepted
/// to represent it (EU AI Act, Art. 22).</summary>
internal sealed class WhoAnswersIsWithinReach : IAccountabilityRule
{
    private const string Representative = "authorised-representative";

    public IEnumerable<Gap> Check(AccountabilityGraph graph)
    {
        if (graph.Jurisdiction is not { } here || IsRepresented(graph, here)) return [];
        return from node in graph.Duties
               where node.Duty.WithinReach
               let owners = node.Present.ToList()
               where owners.Count > 0 && owners.TrueForAll(owner => owner.Party.Country != here)
               select new Gap("gap.owner-out-of-reach", node.Duty.Code, node.Duty.Clause,
                   $"{owners[0].Party.Name} of {owners[0].Party.Country} owns the duty \"{node.Duty.Title}\", and nobody in {here} represents it.",
                   $"Name an {Representative} in {here} that owns a duty, and let it accept.", node.Duty.EffortHours);
    }

    private static bool IsRepresented(AccountabilityGraph graph, string here) =>
        graph.Duties.SelectMany(node => node.Present).Any(owner => owner is { Standing: OwnerStanding.Accepted }
            && owner.Party.Role == Representative && owner.Party.Country == here);
}
