using Certification.Domain.Accountability.Rules;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Domain.Accountability;

/// <summary>No issuance while a duty is unowned, unaccepted, or owned by a party that has left. Asked by intake, before the
/// decision, in the lint of the draft, and once more in the very change that commits the case to its certificate.</summary>
public static class AccountabilityGaps
{
    private static readonly IReadOnlyList<IAccountabilityRule> Rules =
    [
        new EveryDutyHasAnOwner(), new EveryOwnerHasAuthorityAndResources(), new EveryOwnerHasAccepted(),
        new SharedDutiesAreSplit(), new OneOrganisationIsOneParty(), new ConsentEndsSomewhere(), new WhoStopsAsksNobody(),
        new WhoAnswersIsWithinReach(),
    ];

    /// <summary>Every gap of a graph, in the order of the rules; empty when somebody answers for everything.</summary>
    public static IReadOnlyList<Gap> Of(AccountabilityGraph graph) => [.. Rules.SelectMany(rule => rule.Check(graph))];

    /// <summary>Every gap of a case as it stands.</summary>
    /// <exception cref="InvalidOperationException">Intake has not classified it.</exception>
    public static IReadOnlyList<Gap> Of(Rulebook rulebook, Submission submission) => Of(AccountabilityGraph.Of(rulebook, submission));
}
