namespace Certification.Domain.Rulebooks.Governance;

/// <summary>Additions were checked against one floor. When another floor was adopted meanwhile, nobody has checked them
/// against that one.</summary>
public static class ProposalBuildsOnLastingFloorRule
{
    /// <summary>The refusal; null when the floor is the proposal's own or has not moved.</summary>
    public static Refusal? Check(RulebookRegister register, RulebookProposal proposal) =>
        proposal.BringsFloor || proposal.Floor.Digest == register.Lasting.Floor.Digest
            ? null
            : new Refusal(
                RefusalKind.OutOfStep, "rulebook.floor-moved",
                $"The proposal builds on floor {proposal.Floor.Version}; floor {register.Lasting.Floor.Version} was adopted since.",
                $"Write the additions for floor {register.Lasting.Floor.Version} and propose them again.");
}
