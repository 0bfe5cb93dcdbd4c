using Certification.Web.Access;
using Certification.Web.Http;
using Certification.Web.Submissions;

namespace Certification.Web.Accountability;

/// <summary><c>GET /v1/submissions/{id}/accountability</c>: the accountability graph of a case, for those who may see the case
/// and for the people of its parties.</summary>
public static class AccountabilityResource
{
    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/v1/submissions/{id}/accountability", Read).RequireRoles()
            .WithSummary("Says who answers for what, with what authority and resources, who accepted when, and what is open.")
            .Produces<AccountabilityView>().AnswersProblems(404);

    private static async Task<IResult> Read(
        string id, Caller caller, SubmissionCommands commands, AccountabilityViews views, CancellationToken cancellation)
    {
        var found = await commands.FindAsParty(caller, id, cancellation);
        return found.Succeeded
            ? await views.Answer(caller, found.Value.State, found.Value.ETag, cancellation)
            : ProblemAnswer.From(found.Refusal);
    }
}
