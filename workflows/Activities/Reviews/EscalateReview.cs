using Certification.Domain;
using Certification.Storage.Audit;
using Certification.Workflows.Activities.Submissions;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Reviews;

/// <summary>Brings a review that reminding did not move before the officers: the case enters their list of escalations.</summary>
public sealed class EscalateReview(CaseFiles cases, AuthorityProfile authority, TimeProvider clock)
    : IActivity<ReviewInput, Done>
{
    /// <inheritdoc/>
    public async Task<Done> Run(ActivityContext context, ReviewInput input, CancellationToken cancellation)
    {
        var submission = await cases.Read(input.SubmissionId, cancellation);
        var at = clock.GetUtcNow();
        var changed = await cases.Change(
            input.SubmissionId, context.OperationId,
            AuditEntry.Of(authority.Self, at, "review.escalated", ReviewNotice.About(submission)),
            current => current.Review.IsComplete ? current.OutOfStep("escalate") : current,
            after => [SubmissionLists.Escalated(after, at)],
            cancellation: cancellation);
        return new Done(changed.Succeeded);
    }
}
