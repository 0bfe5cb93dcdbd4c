using Certification.Domain.Intake;

namespace Certification.Domain.Accountability.Rules;

/// <summary>A duty binds who took it. Every owner accepts by itself, and what it accepts is what stands.</summary>
internal sealed class EveryOwnerHasAccepted : IAccountabilityRule
{
    public IEnumerable<Gap> Check(AccountabilityGraph graph) =>
        from node in graph.Duties
        from owner in node.Present
        where owner.Standing != OwnerStanding.Accepted
        select Gap(node, owner);

    private static Gap Gap(OwnedDuty node, DutyOwner owner)
    {
        var (duty, party) = (node.Duty, owner.Party);
        var accept = $"A person whose token speaks for {party.Organisation ?? party.Name} accepts: certify accept SUBMISSION --party {party.Id}.";
        return owner.Standing switch
        {
            OwnerStanding.Declined => new("gap.duty-declined", duty.Code, duty.Clause,
                $"{party.Name} declined the duty \"{duty.Title}\": {owner.Answer!.Reason}",
                "Name another party for it, or agree other terms with this one and let it accept.", duty.EffortHours),
            OwnerStanding.Void => new("gap.duty-acceptance-void", duty.Code, duty.Clause,
                $"What {party.Name} accepted for the duty \"{duty.Title}\" on {owner.Answer!.At:yyyy-MM-dd} has been changed since: its system, use, authority or resources.",
                accept, 1),
            _ => new("gap.duty-not-accepted", duty.Code, duty.Clause,
                $"{party.Name} did not accept the duty \"{duty.Title}\"; a date that somebody else declares counts for nothing.", accept, 1),
        };
    }
}
