using Certification.Domain.Reviews;
using Certification.Workflows.Activities.Rulebooks;
using Certification.Workflows.Activities.Submissions;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Reviews;

/// <summary>Whether the case has been decided, and when to remind if it has not.</summary>
public sealed class ReadDecision(CaseFiles cases, RulebookFiles rulebooks, TimeProvider clock)
    : IActivity<CaseInput, DecisionResultRead>
{
    /// <inheritdoc/>
    public async Task<DecisionResultRead> Run(ActivityContext context, CaseInput input, CancellationToken cancellation)
    {
        var submission = await cases.Read(input.SubmissionId, cancellation);
        var plan = (await rulebooks.Judging(submission, cancellation)).ReviewPlanFor(submission.Classification!.Tier);
        return new DecisionResultRead(
            submission.Decision is not null,
            submission.Decision?.Result == DecisionResult.Certify,
            clock.GetUtcNow().AddDays(plan.DecisionDueAfterDays));
    }
}
