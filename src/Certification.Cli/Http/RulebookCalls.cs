using System.Text.Json;
using Certification.Domain;
using Certification.Domain.Rulebooks;
using Certification.Domain.Rulebooks.Governance;

namespace Certification.Cli.Http;

/// <summary>What officers call to change the rules, and anybody to read which count.</summary>
public sealed partial class AuthorityClient
{
    private const string Proposals = "/v1/rulebooks/proposals";

    /// <summary>The adopted rulebooks, the latest first.</summary>
    public Task<RulebookVersions> ListRulebooksAsync(CancellationToken cancellation) =>
        ReadAsync<RulebookVersions>(Get("/v1/rulebooks"), cancellation);

    /// <summary>Open proposals, and those that were decided lately.</summary>
    public Task<Page<ProposalView>> ListProposalsAsync(CancellationToken cancellation) =>
        ReadAsync<Page<ProposalView>>(Get(Proposals), cancellation);

    /// <summary>Proposes documents. The same key answers with the same proposal.</summary>
    public Task<Tagged<ProposalView>> ProposeAsync(ProposalBody body, string key, CancellationToken cancellation) =>
        ReadTaggedAsync<ProposalView>(WithIdempotencyKey(Write(HttpMethod.Post, Proposals, body), key), cancellation);

    /// <summary>A proposal, and the ETag for deciding it.</summary>
    public Task<Tagged<ProposalView>> GetProposalAsync(string id, CancellationToken cancellation) =>
        ReadTaggedAsync<ProposalView>(Get($"{Proposals}/{Uri.EscapeDataString(id)}"), cancellation);

    /// <summary>Adopts or rejects.</summary>
    public Task<Tagged<ProposalView>> DecideProposalAsync(
        Tagged<ProposalView> proposal, ProposalDecisionBody decision, CancellationToken cancellation) =>
        ReadTaggedAsync<ProposalView>(
            WithIfMatch(Write(HttpMethod.Post, $"{Proposals}/{proposal.Value.Id}/decision", decision), proposal.ETag), cancellation);

    /// <summary>A page of what a proposal would change.</summary>
    public Task<SimulationPage> SimulateAsync(string id, string? continuation, CancellationToken cancellation) =>
        ReadAsync<SimulationPage>(
            new HttpRequestMessage(HttpMethod.Post, WithContinuation($"{Proposals}/{Uri.EscapeDataString(id)}/simulation", continuation)),
            cancellation);
}

/// <summary>The adopted rulebooks.</summary>
public sealed record RulebookVersions(string InForce, IReadOnlyList<RulebookVersionView> Items);

/// <summary>An adopted rulebook.</summary>
public sealed record RulebookVersionView(
    string Name, RulebookStanding Standing, Sha256Digest Digest, RulebookReference Floor, DateTimeOffset AdoptedAt,
    DateTimeOffset EffectiveFrom, DateTimeOffset? Sunset, string Reason, string Link, string Signed);

/// <summary>What is proposed: documents as they stand in their files.</summary>
public sealed record ProposalBody(string Reason, JsonElement? Floor, JsonElement? Additions, EmergencyTrack? Emergency);

/// <summary>A decision on a proposal.</summary>
public sealed record ProposalDecisionBody(ProposalResult Result, string Reason);

/// <summary>A proposal.</summary>
public sealed record ProposalView(
    string Id, string Name, RulebookReference Rulebook, RulebookReference Floor, bool BringsFloor, DateTimeOffset TakesEffect,
    string Reason, EmergencyTrack? Emergency, string Proposer, DateTimeOffset ProposedAt, ProposalDecisionView? Decision);

/// <summary>How a proposal ended.</summary>
public sealed record ProposalDecisionView(ProposalResult Result, string Reason, string By, DateTimeOffset At);

/// <summary>A part of a simulation.</summary>
public sealed record SimulationPage(
    RulebookReference Before, RulebookReference After, int Examined, IReadOnlyList<SimulatedItem> Items, string? Continuation);

/// <summary>A case or certificate for which a proposal changes something.</summary>
/// <param name="Kind"><c>submission</c> or <c>certificate</c>.</param>
public sealed record SimulatedItem(string Id, string Kind, string System, SimulatedChange Change);
