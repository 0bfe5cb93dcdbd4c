using Certification.Domain.Intake;
using Certification.Storage.Audit;
using Certification.Workflows.Activities.Submissions;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Intake;

/// <summary>Ends a submission whose deadline has passed, unless the applicant was faster.</summary>
public sealed class LapseSubmission(CaseFiles cases, AuthorityProfile authority, TimeProvider clock) : IActivity<CaseInput, Done>
{
    /// <inheritdoc/>
    public async Task<Done> Run(ActivityContext context, CaseInput input, CancellationToken cancellation)
    {
        var submission = await cases.Read(input.SubmissionId, cancellation);
        var at = clock.GetUtcNow();
        var changed = await cases.Change(
            input.SubmissionId, context.OperationId,
            AuditEntry.Of(authority.Self, at, "submission.lapsed", new { submission.Deadline }),
            current => current.Lapse(at),
            cancellation: cancellation);
        return new Done(changed.Succeeded);
    }
}
