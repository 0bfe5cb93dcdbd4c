using Certification.Domain.Intake;
using Certification.Domain.Submissions;

namespace Certification.Domain.Reviews;

/// <summary>What assessors do to a case in review.</summary>
public static class AssessorActs
{
    /// <summary>Opens the next round of review.</summary>
    public static Outcome<Submission> BeginReview(this Submission submission, int assessorsNeeded)
    {
        var moved = submission.MoveTo(SubmissionStatus.InReview);
        if (!moved.Succeeded) return moved;
        var review = submission.Review;
        return moved.Value with { Review = review with { Round = review.Round + 1, AssessorsNeeded = assessorsNeeded } };
    }

    /// <summary>An assessor takes the case, or is given it by an officer.</summary>
    public static Outcome<Submission> Assign(this Submission submission, Actor assessor, DateTimeOffset at)
    {
        if (submission.Status != SubmissionStatus.InReview) return submission.OutOfStep("assign an assessor");
        var review = submission.Review;
        var assigned = review.Assignments.Where(a => a.Round == review.Round).ToList();
        if (assigned.Any(a => a.Assessor.IsSamePersonAs(assessor))) return submission;
        if (AssessorIsIndependentOfApplicantRule.Check(submission, assessor) is { } conflict) return conflict;
        if (assigned.Count >= review.AssessorsNeeded)
        {
            return new Refusal(
                RefusalKind.OutOfStep, "review.fully-assigned",
                $"This case needs {review.AssessorsNeeded} assessor(s) and has them.",
                "Take another case from GET /v1/cases?step=in-review.");
        }
        return submission with
        {
            Review = review with { Assignments = [.. review.Assignments, new Assignment(review.Round, assessor, at)] },
        };
    }

    /// <summary>An assigned assessor concludes; the round is taken from the case.</summary>
    public static Outcome<Submission> Conclude(this Submission submission, Conclusion conclusion)
    {
        if (submission.Status != SubmissionStatus.InReview) return submission.OutOfStep("conclude a review");
        if (Objection(submission, conclusion) is { } objection) return objection;
        var review = submission.Review;
        var recorded = conclusion with { Round = review.Round };
        return submission with { Review = review with { Conclusions = [.. review.Conclusions, recorded] } };
    }

    /// <summary>What the round's assessors asked for, as gaps that the applicant can close.</summary>
    public static IReadOnlyList<Gap> WantedByAssessors(this Review review) =>
        [.. review.ThisRound.SelectMany(c => c.Wanted).Distinct(StringComparer.Ordinal).Select(wanted => new Gap(
            "gap.wanted-by-assessor", "review", "ISO/IEC 17065:2012 §7.4.7", wanted,
            "Add evidence that answers this, or explain in the declaration why it cannot be had, and hand in again."))];

    private static Refusal? Objection(Submission submission, Conclusion conclusion)
    {
        var review = submission.Review;
        var who = conclusion.Assessor;
        if (!review.Assignments.Any(a => a.Round == review.Round && a.Assessor.IsSamePersonAs(who)))
        {
            return new Refusal(
                RefusalKind.Forbidden, "review.not-assigned",
                $"{who.Subject} is not an assessor of this case in round {review.Round}.",
                $"POST /v1/submissions/{submission.Id}/assignments to take the case first.");
        }
        if (review.ThisRound.Any(c => c.Assessor.IsSamePersonAs(who)))
        {
            return new Refusal(
                RefusalKind.OutOfStep, "review.already-concluded",
                $"{who.Subject} has concluded this round already.",
                "A conclusion stands as it was given; the decider sees it.");
        }
        return conclusion is { Recommendation: Recommendation.MoreEvidence, Wanted.Count: 0 }
            ? new Refusal(
                RefusalKind.Invalid, "review.nothing-wanted",
                "The conclusion asks for more evidence but names none.",
                "List in 'wanted' what the applicant must supply.")
            : null;
    }
}
