using Certification.Domain.Submissions;

namespace Certification.Web.Submissions;

/// <summary>Whose turn it is.</summary>
/// <param name="Who"><c>applicant</c>, <c>assessor</c>, <c>decider</c>, <c>authority</c> (its workflows) or <c>nobody</c>.</param>
/// <param name="What">What is expected, in one sentence.</param>
public sealed record NextAct(string Who, string What)
{
    /// <summary>Who acts on a submission as it stands.</summary>
    public static NextAct After(Submission submission) => submission.Status switch
    {
        SubmissionStatus.Draft => new("applicant", "Declare the system, upload and seal the evidence, then hand it in."),
        SubmissionStatus.InIntake => new("authority", "Intake checks that the submission is complete; this takes seconds."),
        SubmissionStatus.AwaitingApplicant => new("applicant", $"Close {Count(submission.Gaps.Count, "gap")} and hand it in again."),
        SubmissionStatus.InValidation => new("authority", "The evidence is being validated; this takes seconds to minutes."),
        SubmissionStatus.InReview => new("assessor", Awaited(submission)),
        SubmissionStatus.AwaitingDecision => new("decider", "Somebody who did not assess the case decides it."),
        SubmissionStatus.InIssuance => new("authority", "The certificate is being signed and published; this takes seconds."),
        SubmissionStatus.Certified => new("nobody", "The certificate is published; its own page shows its status."),
        SubmissionStatus.Refused => new("nobody", "The certificate was refused; the reasons are in the decision."),
        SubmissionStatus.Lapsed => new("nobody", "The deadline passed; a new submission can be opened at any time."),
        var unknown => throw new ArgumentOutOfRangeException(nameof(submission), unknown, "A status without a next act."),
    };

    private static string Awaited(Submission submission)
    {
        var review = submission.Review;
        var assigned = review.Assignments.Count(assignment => assignment.Round == review.Round);
        if (review.IsComplete) return "The review is complete; it is being closed, which takes seconds.";
        return assigned < review.AssessorsNeeded
            ? $"{Count(review.AssessorsNeeded - assigned, "assessor")} must take the case."
            : $"{Count(review.AssessorsNeeded - review.ThisRound.Count(), "assessor")} must conclude.";
    }

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
