using Certification.Workflows.Activities.Rulebooks;
using Certification.Workflows.Activities.Submissions;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Reviews;

/// <summary>Where the review stands and how long the rulebook waits before it reminds and escalates.</summary>
public sealed class ReadReview(CaseFiles cases, RulebookFiles rulebooks) : IActivity<CaseInput, ReviewRead>
{
    /// <inheritdoc/>
    public async Task<ReviewRead> Run(ActivityContext context, CaseInput input, CancellationToken cancellation)
    {
        var submission = await cases.Read(input.SubmissionId, cancellation);
        var plan = (await rulebooks.Judging(submission, cancellation)).ReviewPlanFor(submission.Classification!.Tier);
        return new ReviewRead(
            submission.Review.IsComplete,
            TimeSpan.FromDays(plan.ReminderAfterDays),
            TimeSpan.FromDays(plan.EscalationAfterDays));
    }
}
