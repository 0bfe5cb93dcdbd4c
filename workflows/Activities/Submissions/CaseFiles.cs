using Certification.Domain;
using Certification.Domain.Submissions;
using Certification.Storage.Audit;
using Certification.Storage.Changes;
using Certification.Storage.Outbox;

namespace Certification.Workflows.Activities.Submissions;

/// <summary>Submissions as subjects: every change of one, by a person or by a workflow, goes through here, so that audit
/// entry, lists and workflow messages are written with it and none can be forgotten.</summary>
public sealed class CaseFiles(Subjects subjects)
{
    /// <summary>The submission as it stands, or null.</summary>
    public Task<Subject<Submission>?> Find(string submissionId, CancellationToken cancellation) =>
        subjects.Find<Submission>(SubjectIds.Submission(submissionId), cancellation);

    /// <summary>The submission of a running case.</summary>
    /// <exception cref="InvalidOperationException">There is none: the case was started without one.</exception>
    public async Task<Submission> Read(string submissionId, CancellationToken cancellation) =>
        (await Find(submissionId, cancellation))?.State
        ?? throw new InvalidOperationException($"Case {submissionId} has no submission.");

    /// <summary>Opens a submission.</summary>
    /// <param name="operationId">The same operation opens it once.</param>
    public Task<Outcome<Changed<Submission>>> Open(
        Submission submission, string operationId, AuditEntry entry, Sha256Digest? requestDigest,
        IReadOnlyList<OutboxMessage> messages, CancellationToken cancellation) =>
        subjects.Change<Submission>(
            SubjectIds.Submission(submission.Id), operationId,
            current => current is null ? Write(null, submission, entry, messages) : AlreadyOpen(submission.Id),
            requestDigest: requestDigest, cancellation: cancellation);

    /// <summary>Changes a submission once; see <see cref="Subjects.Change"/> for what is promised.</summary>
    /// <param name="messages">What the change sets off; made from the state that it leads to.</param>
    public Task<Outcome<Changed<Submission>>> Change(
        string submissionId, string operationId, AuditEntry entry, Func<Submission, Outcome<Submission>> next,
        Func<Submission, IReadOnlyList<OutboxMessage>>? messages = null, string? ifMatch = null,
        Sha256Digest? requestDigest = null, CancellationToken cancellation = default) =>
        subjects.Change<Submission>(
            SubjectIds.Submission(submissionId), operationId,
            current =>
            {
                if (current is null) return NotFound(submissionId);
                var changed = next(current);
                return changed.Succeeded
                    ? Write(current, changed.Value, entry, messages?.Invoke(changed.Value) ?? [])
                    : changed.Refusal;
            },
            ifMatch, requestDigest, cancellation);

    /// <summary>The refusal for an id that does not exist, or that the caller may not know of.</summary>
    public static Refusal NotFound(string submissionId) => new(
        RefusalKind.NotFound, "submission.not-found", $"There is no submission '{submissionId}' that you may see.",
        "GET /v1/submissions lists yours.");

    private static Change<Submission> Write(
        Submission? before, Submission after, AuditEntry entry, IReadOnlyList<OutboxMessage> messages) =>
        new(after, [entry], [.. SubmissionLists.Messages(before, after, entry.At), .. messages]);

    private static Refusal AlreadyOpen(string submissionId) => new(
        RefusalKind.OutOfStep, "submission.already-open", $"Submission '{submissionId}' has been opened already.",
        $"GET /v1/submissions/{submissionId} shows it.");
}
