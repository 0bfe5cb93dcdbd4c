using Certification.Workflows.Port;

namespace Certification.Workflows;

/// <summary>One round of assessor review: waits for as many conclusions as the tier needs, reminds when nobody acts and
/// escalates when reminding does not help.</summary>
public sealed class ReviewDossier : IWorkflow<ReviewInput, ReviewResult>
{
    /// <inheritdoc/>
    public async Task<ReviewResult> Run(WorkflowContext context, ReviewInput review)
    {
        var submission = new CaseInput(review.SubmissionId);
        var plan = await context.CallActivity(ActivityNames.ReadReview, submission, RetryPolicy.Default);
        var remindAt = context.CurrentUtcTime + plan.RemindAfter;
        var escalateAt = context.CurrentUtcTime + plan.EscalateAfter;

        for (var state = plan; !state.IsComplete;)
        {
            var nextNudge = remindAt < escalateAt ? remindAt : escalateAt;
            var acted = await context.WaitForEvent(WorkflowNames.ReviewActed, nextNudge);
            if (acted is null && nextNudge == escalateAt)
            {
                await context.CallActivity(ActivityNames.EscalateReview, review, RetryPolicy.Default);
                escalateAt += plan.EscalateAfter;
            }
            else if (acted is null)
            {
                await context.CallActivity(ActivityNames.RemindAssessors, review, RetryPolicy.Default);
                remindAt += plan.RemindAfter;
            }
            state = await context.CallActivity(ActivityNames.ReadReview, submission, RetryPolicy.Default);
        }
        return await context.CallActivity(ActivityNames.ConcludeReview, submission, RetryPolicy.Default);
    }
}
