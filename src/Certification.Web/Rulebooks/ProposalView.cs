using System.Text.Json;
using Certification.Domain;
using Certification.Domain.Rulebooks;
using Certification.Domain.Rulebooks.Governance;

namespace Certification.Web.Rulebooks;

/// <summary>What an officer proposes.</summary>
/// <param name="Reason">Why, in 1 to 1,000 characters; published when it is adopted.</param>
/// <param name="Floor">A floor that this authority is to apply; absent to keep the one that lasts.</param>
/// <param name="Additions">This authority's additions; absent only for an authority that has none.</param>
/// <param name="Emergency">Absent for the ordinary track, with 48 hours of notice.</param>
public sealed record ProposalBody(
    string Reason, JsonElement? Floor = null, JsonElement? Additions = null, EmergencyTrack? Emergency = null)
{
    /// <summary>Why the words around the documents cannot be taken; null when they can.</summary>
    public Refusal? Check() => IsSentence(Reason) && (Emergency is null || IsSentence(Emergency.Reason))
        ? null
        : new(RefusalKind.Invalid, "rulebook.reason-invalid", "A reason has 1 to 1,000 characters.",
            "Say in a sentence why; the public reads it.");

    internal static bool IsSentence(string text) => !string.IsNullOrWhiteSpace(text) && text.Length <= 1_000;
}

/// <summary>What another officer makes of a proposal.</summary>
/// <param name="Reason">Why, in 1 to 1,000 characters.</param>
public sealed record ProposalDecisionBody(ProposalResult Result, string Reason)
{
    /// <summary>Why the decision cannot be taken down; null when it can.</summary>
    public Refusal? Check() => ProposalBody.IsSentence(Reason)
        ? null
        : new(RefusalKind.Invalid, "rulebook.reason-invalid", "A reason has 1 to 1,000 characters.", "Say in a sentence why.");
}

/// <summary>A proposal as officers and auditors see it.</summary>
/// <param name="Name">Of the rulebook that it leads to, such as <c>xa-1.1.0</c>.</param>
/// <param name="Rulebook">That rulebook, with the digest that its published bytes will have.</param>
/// <param name="TakesEffect">When it takes effect if it is adopted now, or since it was.</param>
/// <param name="Decision">Absent while it is open.</param>
public sealed record ProposalView(
    string Id, string Name, RulebookReference Rulebook, RulebookReference Floor, bool BringsFloor, DateTimeOffset TakesEffect,
    string Reason, EmergencyTrack? Emergency, string Proposer, DateTimeOffset ProposedAt, ProposalDecisionView? Decision)
{
    internal static ProposalView Of(RulebookProposal proposal, DateTimeOffset now) => new(
        proposal.Id, RulebookVersion.NameOf(proposal.Rulebook), proposal.Rulebook, proposal.Floor, proposal.BringsFloor,
        proposal.EffectIfAdopted(proposal.Decision?.At ?? now), proposal.Reason, proposal.Emergency, proposal.Proposer.Subject,
        proposal.ProposedAt,
        proposal.Decision is { } decision
            ? new ProposalDecisionView(decision.Result, decision.Reason, decision.By.Subject, decision.At)
            : null);
}

/// <summary>How a proposal ended.</summary>
public sealed record ProposalDecisionView(ProposalResult Result, string Reason, string By, DateTimeOffset At);
