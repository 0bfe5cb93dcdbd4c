using Certification.Domain.Lifecycle;
using Certification.Storage.Lists;
using Certification.Web.Access;
using Certification.Web.Http;
using Certification.Workflows.Activities.Submissions;

namespace Certification.Web.Lifecycle;

/// <summary><c>GET /v1/refusals</c>: the register of refused systems, open to those who must not be shopped around.</summary>
public static class RefusalsResource
{
    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/v1/refusals", List).RequireRoles(Roles.Officer, Roles.Auditor, Roles.Regulator)
            .WithSummary("Lists refused systems with the digests by which they are matched, newest first.")
            .Produces<PageOf<RefusalEntry>>().AnswersProblems(422);

    private static async Task<IResult> List(string? continuation, Indexes indexes, CancellationToken cancellation) =>
        (await indexes.Read<RefusalEntry, RefusalEntry>(
            SubmissionLists.Refusals, SubmissionLists.All, continuation, entry => entry, cancellation)).Answer();
}
