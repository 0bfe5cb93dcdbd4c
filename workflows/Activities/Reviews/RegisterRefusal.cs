using Certification.Domain;
using Certification.Domain.Lifecycle;
using Certification.Domain.Submissions;
using Certification.Storage.Audit;
using Certification.Storage.Changes;
using Certification.Workflows.Activities.Log;
using Certification.Workflows.Activities.Submissions;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Reviews;

/// <summary>Enters a refused system into the refusal register, with the digests by which other authorities match it.</summary>
public sealed class RegisterRefusal(CaseFiles cases, Subjects subjects, AuditHeads heads, AuthorityProfile authority) : IActivity<CaseInput, Done>
{
    /// <inheritdoc/>
    public async Task<Done> Run(ActivityContext context, CaseInput input, CancellationToken cancellation)
    {
        var submission = await cases.Read(input.SubmissionId, cancellation);
        var entry = Entry(submission);
        var changed = await subjects.Change<RefusalEntry>(
            $"refusal:{submission.Id}", context.OperationId,
            _ => new Change<RefusalEntry>(
                entry,
                [AuditEntry.Of(authority.Self, entry.At, "refusal.registered", entry)],
                [SubmissionLists.Refused(entry)]),
            cancellation: cancellation);
        await heads.Enter(SubjectIds.Submission(submission.Id), cancellation);
        return new Done(changed.Succeeded);
    }

    private RefusalEntry Entry(Submission submission) => new(
        submission.Id, authority.Code,
        submission.Declaration.System.Name, submission.Declaration.System.Version,
        [.. submission.Declaration.System.Artifacts.Select(artifact => artifact.Digest)],
        submission.Declaration.System.BaseModel?.Name,
        submission.Decision!.Reasons, submission.Decision.At);
}
