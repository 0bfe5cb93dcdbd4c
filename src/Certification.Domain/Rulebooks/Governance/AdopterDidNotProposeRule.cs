namespace Certification.Domain.Rulebooks.Governance;

/// <summary>Four eyes: a rulebook is adopted by another person than the one who proposed it. Both are officers of the one
/// authority, so that their organisation does not tell them apart.</summary>
public static class AdopterDidNotProposeRule
{
    /// <summary>The refusal when <paramref name="adopter"/> proposed it; null for anybody else.</summary>
    public static Refusal? Check(RulebookProposal proposal, Actor adopter) => adopter.IsSamePersonAs(proposal.Proposer)
        ? new Refusal(
            RefusalKind.Forbidden, "rulebook.same-person", $"{adopter.Subject} proposed this rulebook and so cannot adopt it.",
            "Another officer must act.")
        : null;
}
