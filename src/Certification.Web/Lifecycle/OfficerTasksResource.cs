using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Storage;
using Certification.Storage.Audit;
using Certification.Storage.Lists;
using Certification.Web.Access;
using Certification.Web.Certificates;
using Certification.Web.Http;
using Certification.Workflows.Activities.Certificates;
using Certification.Workflows.Activities.Submissions;

namespace Certification.Web.Lifecycle;

/// <summary><c>/v1/tasks</c>: what officers have to see to about certificates in force, such as an audit that was drawn.</summary>
public static class OfficerTasksResource
{
    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/v1/tasks", List).RequireRoles(Roles.Officer, Roles.Auditor)
            .WithSummary("Lists what officers have to see to, the first that falls due in front.")
            .Produces<PageOf<TaskRow>>().AnswersProblems(422);
        api.MapPost("/v1/certificates/{number}/tasks/{taskId}", Close).RequireRoles(Roles.Officer)
            .WithSummary("Closes a task with what was found; a status change, where one follows, is an act of its own.")
            .Produces<CertificateView>().AnswersProblems(404, 422);
    }

    private static async Task<IResult> List(string? continuation, Indexes indexes, CancellationToken cancellation) =>
        (await indexes.Read<TaskRow, TaskRow>(CertificateLists.Tasks, SubmissionLists.All, continuation, row => row, cancellation)).Answer();

    private static async Task<IResult> Close(
        string number, string taskId, IfMatch seen, Json<TaskOutcomeBody> body, Caller caller, CertificateFiles certificates,
        PublishedCertificates published, BusinessClock clock, CancellationToken cancellation)
    {
        if (body.Value.Check() is { } invalid) return ProblemAnswer.From(invalid);
        if (!CertificateNumber.TryParse(number, out var parsed)) return ProblemAnswer.From(CertificateFiles.NotFound(number));
        var (who, now) = (caller.As(Roles.Officer), clock.GetUtcNow());
        var operation = OperationId.Of(who, $"{parsed} task {taskId}", seen, body.Canonical());
        var changed = await certificates.Change(
            parsed.Text, operation, AuditEntry.Of(who, now, "task.closed", new { taskId, body.Value.Outcome }),
            record => record.CloseTask(taskId, body.Value.Outcome, now),
            ifMatch: seen.ETag, requestDigest: Sha256Digest.Of(body.Canonical()), cancellation: cancellation);
        if (!changed.Succeeded) return ProblemAnswer.From(changed.Refusal);
        var current = await published.Find(parsed.Text, cancellation);
        return current.Succeeded
            ? new TaggedAnswer<CertificateView>(current.Value.View, current.Value.ETag)
            : ProblemAnswer.From(current.Refusal);
    }
}

/// <summary>What an officer found.</summary>
/// <param name="Outcome">One sentence, for the audit trail; at most 2,000 characters.</param>
public sealed record TaskOutcomeBody(string Outcome)
{
    /// <summary>Why it cannot be taken down; null when it can.</summary>
    public Refusal? Check() => string.IsNullOrWhiteSpace(Outcome) || Outcome.Length > 2_000
        ? new(RefusalKind.Invalid, "task.outcome-invalid", "An outcome has 1 to 2,000 characters.", "Say in one sentence what was found.")
        : null;
}
