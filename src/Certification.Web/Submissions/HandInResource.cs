using Certification.Domain.Submissions;
using Certification.Storage.Changes;
using Certification.Storage.Outbox;
using Certification.Web.Access;
using Certification.Web.Http;
using Certification.Web.Telemetry;
using Certification.Workflows;
using Certification.Workflows.Outbox;

namespace Certification.Web.Submissions;

/// <summary><c>POST /v1/submissions/{id}/submit</c>: the applicant hands in, and the case's workflow takes over.</summary>
public static class HandInResource
{
    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/v1/submissions/{id}/submit", HandIn).RequireRoles(Roles.Applicant)
            .WithSummary("Hands the submission in, for the first time or after closing gaps.")
            .Produces<SubmissionView>(202).AnswersProblems(404, 409);

    private static async Task<IResult> HandIn(
        string id, IfMatch seen, WaitPreference wait, Caller caller, SubmissionCommands commands, CancellationToken cancellation)
    {
        var who = caller.As(Roles.Applicant);
        var act = SubmissionAct.Under(
            seen, caller, who, id, "submission.handed-in", new { }, [], (submission, now) => submission.HandIn(who, now));
        var handedIn = await commands.Change(act with { Messages = (before, _) => [Wake(before, act)] }, cancellation);
        if (!handedIn.Succeeded) return ProblemAnswer.From(handedIn.Refusal);
        if (!handedIn.Value.Replayed) WebMetrics.CountHandIn();
        var (state, etag) = await WaitForIntake(caller, handedIn.Value, wait.Time, commands, cancellation);
        return new TaggedAnswer<SubmissionView>(
            SubmissionView.For(caller, state), etag, StatusCodes.Status202Accepted, $"/v1/submissions/{id}");
    }

    /// <summary>The first hand-in starts the case, every later one continues it.</summary>
    private static OutboxMessage Wake(Submission before, SubmissionAct act) => before.Status == SubmissionStatus.Draft
        ? WorkflowOutbox.Start(WorkflowNames.CertifySystem, WorkflowNames.CaseId(before.Id), new CaseInput(before.Id))
        : WorkflowOutbox.Raise(
            WorkflowNames.CaseId(before.Id), WorkflowNames.HandedIn, act.OperationId, new HandedIn(act.Who.Subject));

    private static async Task<(Submission State, string ETag)> WaitForIntake(
        Caller caller, Changed<Submission> handedIn, TimeSpan patience, SubmissionCommands commands, CancellationToken cancellation)
    {
        var (state, etag) = (handedIn.State, handedIn.ETag);
        var until = TimeProvider.System.GetUtcNow() + patience;
        var pause = TimeSpan.FromMilliseconds(50);
        while (state.Status is SubmissionStatus.InIntake or SubmissionStatus.InValidation && TimeProvider.System.GetUtcNow() < until)
        {
            await Task.Delay(pause, cancellation);
            pause = pause * 1.5 < TimeSpan.FromMilliseconds(500) ? pause * 1.5 : TimeSpan.FromMilliseconds(500);
            var found = await commands.Find(caller, state.Id, cancellation);
            if (found.Succeeded) (state, etag) = (found.Value.State, found.Value.ETag);
        }
        return (state, etag);
    }
}
