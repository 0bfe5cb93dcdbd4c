using Certification.Domain;
using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Reviews;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;
using Certification.Web.Access;

namespace Certification.Web.Submissions;

/// <summary>A submission as its caller may see it.</summary>
/// <param name="Applicant">Organisation that filed it.</param>
/// <param name="Next">Who acts next, and what is expected.</param>
/// <param name="DecisionRecord">Digest of what the decision rested on; <c>certify replay</c> derives it again.</param>
/// <param name="Salt">For the applicant only: what withheld fields are opened with.</param>
public sealed record SubmissionView(
    string Id,
    SubmissionStatus Status,
    string Applicant,
    Declaration Declaration,
    IReadOnlyList<EvidenceItem> Evidence,
    IReadOnlyList<Sha256Digest> Dossiers,
    Classification? Classification,
    IReadOnlyList<Gap> Gaps,
    DateTimeOffset? Deadline,
    IReadOnlyList<Finding> Findings,
    ReviewView Review,
    DecisionView? Decision,
    string? CertificateNumber,
    IReadOnlyDictionary<string, string> Recognitions,
    NextAct Next,
    string? Salt = null,
    Sha256Digest? DecisionRecord = null)
{
    /// <summary>The view for this caller: only the authority's people see who assessed and what they concluded, and of
    /// what is confidential only the persons of the case.</summary>
    public static SubmissionView For(Caller caller, Submission whole)
    {
        var submission = whole.SeenBy(caller.AudienceOf(whole));
        var review = submission.Review;
        var decision = submission.Decision;
        return new SubmissionView(
            submission.Id, submission.Status, submission.Applicant.Organisation, submission.Declaration, submission.Evidence,
            submission.Dossiers, submission.Classification, submission.Gaps, submission.Deadline, submission.Findings,
            new ReviewView(
                review.Round, review.AssessorsNeeded,
                review.Assignments.Count(assignment => assignment.Round == review.Round), review.ThisRound.Count(),
                caller.IsOfAuthority ? new ReviewDetails(review.Assignments, review.Conclusions) : null),
            decision is null ? null : new DecisionView(decision.Result, decision.Reasons, decision.Conditions, decision.At, decision.Lane),
            submission.CertificateNumber,
            submission.Recognitions.ToDictionary(answer => answer.Key, answer => answer.Value.Verdict), NextAct.After(submission),
            caller.MayChange(whole) ? whole.Salt : null,
            submission.DecisionRecord);
    }
}

/// <summary>How far the review is.</summary>
/// <param name="Assigned">How many assessors have the case in this round.</param>
/// <param name="Concluded">How many of them have concluded.</param>
/// <param name="Details">For the authority's people only.</param>
public sealed record ReviewView(int Round, int AssessorsNeeded, int Assigned, int Concluded, ReviewDetails? Details);

/// <summary>Who assessed in any round, and what they concluded.</summary>
public sealed record ReviewDetails(IReadOnlyList<Assignment> Assignments, IReadOnlyList<Conclusion> Conclusions);

/// <summary>The decision without the person who took it: applicants appeal to the authority, not to a person.</summary>
public sealed record DecisionView(
    DecisionResult Result, IReadOnlyList<string> Reasons, IReadOnlyList<string> Conditions, DateTimeOffset At,
    ReviewLane Lane = ReviewLane.Assessed);
