using Certification.Domain;
using Certification.Storage.Audit;
using Certification.Workflows.Activities.Submissions;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Reviews;

/// <summary>Reminds those who have a case in review and have not concluded. The reminder stands in the case's timeline,
/// which is also what a later mail or chat notice is sent from.</summary>
public sealed class RemindAssessors(CaseFiles cases, AuthorityProfile authority, TimeProvider clock)
    : IActivity<ReviewInput, Done>
{
    /// <inheritdoc/>
    public async Task<Done> Run(ActivityContext context, ReviewInput input, CancellationToken cancellation)
    {
        var submission = await cases.Read(input.SubmissionId, cancellation);
        var entry = AuditEntry.Of(authority.Self, clock.GetUtcNow(), "review.reminded", ReviewNotice.About(submission));
        var changed = await cases.Change(
            input.SubmissionId, context.OperationId, entry,
            current => current.Review.IsComplete ? current.OutOfStep("remind assessors") : current,
            cancellation: cancellation);
        return new Done(changed.Succeeded);
    }
}
