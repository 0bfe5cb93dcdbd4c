namespace Certification.Domain.Rulebooks.Governance;

/// <summary>What officers do in the register of rulebooks.</summary>
public static class ProposalActs
{
    /// <summary>Takes up a proposal; the same id again is the same proposal.</summary>
    public static Outcome<RulebookRegister> Propose(this RulebookRegister register, RulebookProposal proposal)
    {
        if (register.FindProposal(proposal.Id) is not null) return register;
        if (register.Proposals.Count(known => known.Decision is null) >= RulebookRegister.MostOpen)
        {
            return new Refusal(
                RefusalKind.OutOfStep, "rulebook.too-many-proposals",
                $"{RulebookRegister.MostOpen} proposals are open already.", "Adopt or reject one of them first.");
        }
        return Unfit(register, proposal, proposal.ProposedAt) is { } refusal
            ? refusal
            : register with { Proposals = [.. register.Proposals, proposal] };
    }

    /// <summary>Adopts a proposal: from its day on it is in force.</summary>
    /// <param name="etag">Of the proposal as the officer saw it.</param>
    public static Outcome<RulebookRegister> Adopt(
        this RulebookRegister register, string id, string etag, ProposalDecision decision)
    {
        var open = Open(register, id, etag);
        if (!open.Succeeded) return open.Refusal;
        var proposal = open.Value;
        if (AdopterDidNotProposeRule.Check(proposal, decision.By) is { } samePerson) return samePerson;
        if (Unfit(register, proposal, decision.At) is { } refusal) return refusal;
        var version = new RulebookVersion(
            proposal.Rulebook, proposal.Floor, decision.At, proposal.EffectIfAdopted(decision.At), proposal.Emergency?.Sunset,
            proposal.Id, proposal.Emergency is { } emergency ? $"{proposal.Reason} Emergency: {emergency.Reason}" : proposal.Reason);
        return register.With(Decided(proposal, decision)) with { Versions = [.. register.Versions, version] };
    }

    /// <summary>Rejects a proposal, or withdraws it when its proposer does.</summary>
    public static Outcome<RulebookRegister> Reject(
        this RulebookRegister register, string id, string etag, ProposalDecision decision)
    {
        var open = Open(register, id, etag);
        return open.Succeeded ? register.With(Decided(open.Value, decision)) : open.Refusal;
    }

    /// <summary>The refusal for a proposal that does not exist.</summary>
    public static Refusal NotFound(string id) => new(
        RefusalKind.NotFound, "rulebook.proposal-not-found", $"There is no proposal '{id}'.",
        "GET /v1/rulebooks/proposals lists those that are open or were decided lately.");

    private static RulebookProposal Decided(RulebookProposal proposal, ProposalDecision decision) =>
        proposal with { Decision = decision, Revision = proposal.Revision + 1 };

    private static Outcome<RulebookProposal> Open(RulebookRegister register, string id, string etag)
    {
        if (register.FindProposal(id) is not { } proposal) return NotFound(id);
        if (proposal.ETag != etag)
        {
            return new Refusal(
                RefusalKind.Stale, "subject.stale", $"Proposal {id} is at {proposal.ETag}; the request was made against {etag}.",
                "Read it again, decide again, and send the new ETag in If-Match.");
        }
        return proposal.Decision is null
            ? proposal
            : new Refusal(
                RefusalKind.OutOfStep, "rulebook.proposal-decided", $"Proposal {id} was decided already.",
                $"GET /v1/rulebooks/proposals/{id} shows by whom and why.");
    }

    // Asked when proposed, so that an officer hears of it at once, and again when adopted, because the register has moved on.
    private static Refusal? Unfit(RulebookRegister register, RulebookProposal proposal, DateTimeOffset at) =>
        ProposalBuildsOnLastingFloorRule.Check(register, proposal)
        ?? VersionsOnlyRiseRule.Check(register, proposal)
        ?? NoticeIsGivenRule.Check(register, proposal, at)
        ?? EmergencyEndsRule.Check(proposal, at);
}
