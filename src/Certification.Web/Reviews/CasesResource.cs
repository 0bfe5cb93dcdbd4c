using Certification.Domain;
using Certification.Domain.Submissions;
using Certification.Storage.Lists;
using Certification.Web.Access;
using Certification.Web.Http;
using Certification.Web.Submissions;
using Certification.Workflows.Activities.Submissions;

namespace Certification.Web.Reviews;

/// <summary><c>GET /v1/cases</c>: the cases that the authority's people work on.</summary>
public static class CasesResource
{
    private static readonly string[] Steps =
        [.. Enum.GetValues<SubmissionStatus>()
            .Where(status => status != SubmissionStatus.Draft && !SubmissionMoves.IsFinal(status)).Select(Submission.Word)];

    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/v1/cases", List).RequireRoles(Roles.OfAuthority)
            .WithSummary("Lists the cases at one step (in-review unless another is asked for), the one that was opened first in front.")
            .Produces<PageOf<SubmissionLine>>().AnswersProblems(422);

    private static async Task<IResult> List(string? step, string? continuation, Indexes indexes, CancellationToken cancellation)
    {
        step ??= Submission.Word(SubmissionStatus.InReview);
        if (!Steps.Contains(step))
        {
            return ProblemAnswer.From(new Refusal(
                RefusalKind.Invalid, "cases.unknown-step", $"There is no step '{step[..Math.Min(40, step.Length)]}'.",
                $"Ask for one of {string.Join(", ", Steps)}."));
        }
        var page = await indexes.Read<SubmissionRow, SubmissionLine>(
            SubmissionLists.Queue, step, continuation, SubmissionLine.Of, cancellation);
        return page.Answer();
    }
}
