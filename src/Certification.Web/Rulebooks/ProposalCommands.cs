using Certification.Domain;
using Certification.Domain.Rulebooks;
using Certification.Domain.Rulebooks.Governance;
using Certification.Storage;
using Certification.Storage.Audit;
using Certification.Storage.Changes;
using Certification.Web.Http;
using Certification.Workflows.Activities;
using Certification.Workflows.Activities.Rulebooks;

namespace Certification.Web.Rulebooks;

/// <summary>How requests change the register of rulebooks: documents are read and sealed first, then named by the register.</summary>
public sealed class ProposalCommands(RulebookFiles rulebooks, AuthorityProfile authority, BusinessClock clock)
{
    /// <summary>Takes up a proposal, if its documents hold.</summary>
    internal async Task<ProposalOutcome> Propose(
        Actor who, IdempotencyKey key, Json<ProposalBody> body, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var operation = IdempotentRequest.OperationOn(SubjectIds.Rulebooks(authority.Code), who, ProposalsResource.Route, key.Text);
        var register = await rulebooks.Register(cancellation);
        var lasting = await rulebooks.Read(register.Lasting, cancellation);
        var sent = body.Value;
        var reading = RulebookPackage.Read(
            authority.Code, lasting.Floor, lasting.Current.Floor is not null, sent.Floor, sent.Additions);
        if (reading.Value is not { } package) return new(reading.Errors, default);
        await rulebooks.Seal(package, cancellation);

        var proposal = new RulebookProposal(
            $"rp-{Sha256Digest.Of(System.Text.Encoding.ASCII.GetBytes(operation)).Hex[..12]}", 1,
            package.Rulebook.Reference(), package.Floor.Reference(), sent.Floor is not null,
            package.Additions is { } additions ? Sha256Digest.Of(DomainJson.Bytes(additions)) : null,
            package.Rulebook.EffectiveFrom, sent.Reason, sent.Emergency, who, now);
        var entry = AuditEntry.Of(who, now, "rulebook.proposed", proposal);
        var changed = await rulebooks.Change(
            operation, entry, current => current.Propose(proposal), requestDigest: Sha256Digest.Of(body.Canonical()),
            cancellation: cancellation);
        return Answer(changed, proposal.Id, now);
    }

    /// <summary>Adopts or rejects. What is adopted is checked again, from the sealed documents: the rules of checking may have
    /// become stricter since it was proposed.</summary>
    internal async Task<ProposalOutcome> Decide(
        Actor who, string id, IfMatch seen, Json<ProposalDecisionBody> body, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var decision = new ProposalDecision(body.Value.Result, body.Value.Reason, who, now);
        var adopts = decision.Result == ProposalResult.Adopted;
        if (adopts && await Refused(id, cancellation) is { Count: > 0 } errors) return new(errors, default);
        var changed = await rulebooks.Change(
            OperationId.Of(who, $"rulebook proposal {id}", seen, body.Canonical()),
            AuditEntry.Of(who, now, adopts ? "rulebook.adopted" : "rulebook.rejected", new { Proposal = id, body.Value.Reason }),
            register => adopts ? register.Adopt(id, seen.ETag, decision) : register.Reject(id, seen.ETag, decision),
            after => adopts ? [RulebookPublication.Message(after.Versions[^1])] : [],
            Sha256Digest.Of(body.Canonical()), cancellation);
        return Answer(changed, id, now);
    }

    private async Task<IReadOnlyList<RulebookError>> Refused(string id, CancellationToken cancellation)
    {
        if ((await rulebooks.Register(cancellation)).FindProposal(id) is not { Additions: { } digest } proposal) return [];
        var floor = await rulebooks.Read(proposal.Floor.Digest, cancellation);
        return RulebookPackage.Merge(floor, await rulebooks.Additions(digest, cancellation)).Errors;
    }

    private static ProposalOutcome Answer(Outcome<Changed<RulebookRegister>> changed, string id, DateTimeOffset now)
    {
        if (!changed.Succeeded) return new([], changed.Refusal);
        return changed.Value.State.FindProposal(id) is { } proposal
            ? new([], new StoredProposal(proposal, now))
            : new([], ProposalActs.NotFound(id));
    }
}

/// <summary>A proposal as it stands, and when it was looked at.</summary>
internal sealed record StoredProposal(RulebookProposal Proposal, DateTimeOffset At);

/// <summary>What became of a request: errors of the documents, or a proposal, or a refusal.</summary>
/// <param name="Errors">Empty when the documents hold; else there is no outcome.</param>
internal sealed record ProposalOutcome(IReadOnlyList<RulebookError> Errors, Outcome<StoredProposal> Outcome);
