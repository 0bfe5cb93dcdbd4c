using Certification.Domain.Submissions;

namespace Certification.Workflows.Activities.Reviews;

/// <summary>What a reminder or an escalation says: who has not acted yet.</summary>
/// <param name="Waiting">Subjects of the assessors who have the case and have not concluded.</param>
/// <param name="Unassigned">How many assessors are still to be found.</param>
public sealed record ReviewNotice(int Round, IReadOnlyList<string> Waiting, int Unassigned)
{
    /// <summary>The notice about a case as it stands.</summary>
    public static ReviewNotice About(Submission submission)
    {
        var review = submission.Review;
        var assigned = review.Assignments.Where(assignment => assignment.Round == review.Round).ToList();
        var waiting = assigned.Where(a => !review.ThisRound.Any(c => c.Assessor.IsSamePersonAs(a.Assessor)));
        return new ReviewNotice(
            review.Round, [.. waiting.Select(a => a.Assessor.Subject)], review.AssessorsNeeded - assigned.Count);
    }
}
