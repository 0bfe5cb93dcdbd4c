using Certification.Storage.Changes;
using Certification.Web.Access;
using Certification.Web.Http;

namespace Certification.Web.Submissions;

/// <summary><c>GET /v1/submissions/{id}/timeline</c>: what happened, from the checked audit chain.</summary>
public static class TimelineResource
{
    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/v1/submissions/{id}/timeline", Read)
            .RequireRoles(Roles.Applicant, Roles.Assessor, Roles.Decider, Roles.Officer, Roles.Auditor)
            .WithSummary("Lists what happened in a case, oldest first.")
            .Produces<IReadOnlyList<TimelineEntry>>().AnswersProblems(404);

    private static async Task<IResult> Read(
        string id, Caller caller, SubmissionCommands commands, Subjects subjects, CancellationToken cancellation)
    {
        var found = await commands.Find(caller, id, cancellation);
        return found.Succeeded
            ? TypedResults.Ok(await Entries(caller, id, subjects, cancellation))
            : ProblemAnswer.From(found.Refusal);
    }

    /// <summary>The entries that this caller sees. The caller's right to the case has been checked.</summary>
    public static async Task<IReadOnlyList<TimelineEntry>> Entries(
        Caller caller, string id, Subjects subjects, CancellationToken cancellation)
    {
        var entries = new List<TimelineEntry>();
        await foreach (var record in subjects.ReadAudit(SubjectIds.Submission(id), cancellation))
        {
            entries.Add(TimelineEntry.For(caller, record));
        }
        return entries;
    }
}
