using Certification.Domain;
using Certification.Domain.Reviews;
using Certification.Domain.Submissions;
using Certification.Storage.Audit;
using Certification.Workflows.Activities.Rulebooks;
using Certification.Workflows.Activities.Submissions;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Reviews;

/// <summary>Closes a round of review: back to the applicant with what the assessors want, or on to the decision.</summary>
public sealed class ConcludeReview(CaseFiles cases, RulebookFiles rulebooks, AuthorityProfile authority, TimeProvider clock)
    : IActivity<CaseInput, ReviewResult>
{
    /// <inheritdoc/>
    public async Task<ReviewResult> Run(ActivityContext context, CaseInput input, CancellationToken cancellation)
    {
        var submission = await cases.Read(input.SubmissionId, cancellation);
        var result = submission.Review.Result;
        var at = clock.GetUtcNow();
        var deadlines = (await rulebooks.Judging(submission, cancellation)).Deadlines;
        var changed = await cases.Change(
            input.SubmissionId, context.OperationId,
            AuditEntry.Of(authority.Self, at, "review.closed", new { submission.Review.Round, Result = result }),
            current => result == Recommendation.MoreEvidence
                ? AskApplicant(current, at.AddDays(deadlines.MoreEvidenceDays))
                : current.MoveTo(SubmissionStatus.AwaitingDecision),
            cancellation: cancellation);
        return changed.Succeeded
            ? new ReviewResult(result == Recommendation.MoreEvidence)
            : throw new InvalidOperationException(changed.Refusal.Message);
    }

    private static Outcome<Submission> AskApplicant(Submission submission, DateTimeOffset deadline)
    {
        var moved = submission.MoveTo(SubmissionStatus.AwaitingApplicant);
        return moved.Succeeded
            ? moved.Value with { Gaps = submission.Review.WantedByAssessors(), Deadline = deadline }
            : moved;
    }
}
