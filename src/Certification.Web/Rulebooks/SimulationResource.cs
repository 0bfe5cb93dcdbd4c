using Certification.Domain.Rulebooks.Governance;
using Certification.Storage;
using Certification.Web.Access;
using Certification.Web.Http;
using Certification.Workflows.Activities.Rulebooks;

namespace Certification.Web.Rulebooks;

/// <summary><c>POST /v1/rulebooks/proposals/{id}/simulation</c>: what a proposal would change for every open case and every
/// certificate in force. Stores nothing; a page looks at a bounded number of them.</summary>
public static class SimulationResource
{
    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(ProposalsResource.Route + "/{id}/simulation", Simulate).RequireRoles(Roles.Officer, Roles.Auditor)
            .WithSummary("Judges open cases and certificates in force by a proposal and by the rulebook in force; lists what differs.")
            .Produces<SimulationPage>().AnswersProblems(404, 422);

    private static async Task<IResult> Simulate(
        string id, string? continuation, RulebookFiles rulebooks, BusinessClock clock, SimulatedSubjects subjects,
        CancellationToken cancellation)
    {
        if ((await rulebooks.Register(cancellation)).FindProposal(id) is not { } proposal)
            return ProblemAnswer.From(ProposalActs.NotFound(id));
        var now = clock.GetUtcNow();
        var before = (await rulebooks.InForceAt(now, cancellation)).Current;
        var after = await rulebooks.Read(proposal.Rulebook.Digest, cancellation);
        var page = await subjects.Page(continuation, cancellation);
        if (!page.Succeeded) return ProblemAnswer.From(page.Refusal);
        var items = page.Value.Items.Select(subject =>
            new SimulatedItem(subject.Id, subject.Kind, subject.System, RulebookSimulation.Compare(before, after, subject.Facts, now)));
        return TypedResults.Ok(new SimulationPage(
            before.Reference(), after.Reference(), page.Value.Items.Count,
            [.. items.Where(item => item.Change.Effect != SimulatedEffect.Unchanged)], page.Value.Continuation));
    }
}

/// <summary>A part of a simulation.</summary>
/// <param name="Before">The rulebook in force.</param>
/// <param name="After">The proposed one.</param>
/// <param name="Examined">How many cases and certificates this page looked at.</param>
/// <param name="Items">Those for which something differs.</param>
/// <param name="Continuation">Asks for the next page; absent on the last.</param>
public sealed record SimulationPage(
    Domain.Rulebooks.RulebookReference Before, Domain.Rulebooks.RulebookReference After, int Examined,
    IReadOnlyList<SimulatedItem> Items, string? Continuation);

/// <summary>A case or certificate for which a proposal changes something.</summary>
/// <param name="Id">Submission id or certificate number.</param>
/// <param name="System">Name and version of the system.</param>
public sealed record SimulatedItem(string Id, SimulatedKind Kind, string System, SimulatedChange Change);

/// <summary>What is simulated.</summary>
public enum SimulatedKind
{
    /// <summary>An open case. One whose dossier is sealed keeps its rulebook unless it goes back to the applicant.</summary>
    Submission,

    /// <summary>A certificate in force. It stays as it is, and meets the new rules when it is renewed.</summary>
    Certificate,
}
