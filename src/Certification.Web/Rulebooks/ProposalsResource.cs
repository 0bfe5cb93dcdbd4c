using Certification.Domain.Rulebooks.Governance;
using Certification.Storage;
using Certification.Web.Access;
using Certification.Web.Http;
using Certification.Workflows.Activities.Rulebooks;

namespace Certification.Web.Rulebooks;

/// <summary><c>/v1/rulebooks/proposals</c>: an officer proposes a rulebook, another adopts or rejects it.</summary>
public static class ProposalsResource
{
    internal const string Route = "/v1/rulebooks/proposals";

    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(Route, Propose).RequireRoles(Roles.Officer)
            .WithSummary("Proposes additions, a floor, or both; everything that is wrong with them is answered at once.")
            .Produces<ProposalView>(201).AnswersProblems(409, 422);
        api.MapGet(Route, List).RequireRoles(Roles.Officer, Roles.Auditor)
            .WithSummary("Lists open proposals and those that were decided lately, the latest first.")
            .Produces<PageOf<ProposalView>>();
        api.MapGet(Route + "/{id}", Read).RequireRoles(Roles.Officer, Roles.Auditor)
            .WithSummary("Reads a proposal; the ETag goes into the If-Match of its decision.")
            .Produces<ProposalView>().AnswersProblems(404);
        api.MapPost(Route + "/{id}/decision", Decide).RequireRoles(Roles.Officer)
            .WithSummary("Adopts or rejects a proposal; whoever proposed it cannot adopt it.")
            .Produces<ProposalView>().AnswersProblems(404, 409, 422);
    }

    private static async Task<IResult> Propose(
        Json<ProposalBody> body, IdempotencyKey key, Caller caller, ProposalCommands commands, CancellationToken cancellation)
    {
        if (body.Value.Check() is { } invalid) return ProblemAnswer.From(invalid);
        var proposed = await commands.Propose(caller.As(Roles.Officer), key, body, cancellation);
        if (proposed.Errors.Count > 0) return RulebookProblems.Of(proposed.Errors);
        return proposed.Outcome.Succeeded
            ? Answer(proposed.Outcome.Value, StatusCodes.Status201Created)
            : ProblemAnswer.From(proposed.Outcome.Refusal);
    }

    private static async Task<IResult> List(RulebookFiles rulebooks, BusinessClock clock, CancellationToken cancellation)
    {
        var (register, now) = (await rulebooks.Register(cancellation), clock.GetUtcNow());
        return TypedResults.Ok(new PageOf<ProposalView>(
            [.. register.Proposals.Reverse().Select(proposal => ProposalView.Of(proposal, now))], null));
    }

    private static async Task<IResult> Read(string id, RulebookFiles rulebooks, BusinessClock clock, CancellationToken cancellation) =>
        (await rulebooks.Register(cancellation)).FindProposal(id) is { } proposal
            ? Answer(new StoredProposal(proposal, clock.GetUtcNow()))
            : ProblemAnswer.From(ProposalActs.NotFound(id));

    private static async Task<IResult> Decide(
        string id, IfMatch seen, Json<ProposalDecisionBody> body, Caller caller, ProposalCommands commands, CancellationToken cancellation)
    {
        if (body.Value.Check() is { } invalid) return ProblemAnswer.From(invalid);
        var decided = await commands.Decide(caller.As(Roles.Officer), id, seen, body, cancellation);
        if (decided.Errors.Count > 0) return RulebookProblems.Of(decided.Errors);
        return decided.Outcome.Succeeded ? Answer(decided.Outcome.Value) : ProblemAnswer.From(decided.Outcome.Refusal);
    }

    private static TaggedAnswer<ProposalView> Answer(StoredProposal stored, int status = StatusCodes.Status200OK) => new(
        ProposalView.Of(stored.Proposal, stored.At), stored.Proposal.ETag, status,
        status == StatusCodes.Status201Created ? $"{Route}/{stored.Proposal.Id}" : null);
}
