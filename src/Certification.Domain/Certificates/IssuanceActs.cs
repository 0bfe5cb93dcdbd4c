using Certification.Domain.Accountability;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Domain.Certificates;

/// <summary>What issuing does to a case.</summary>
public static class IssuanceActs
{
    /// <summary>Commits a case to the one draft that its certificate is signed from: the last moment at which a party that
    /// left, or a changed duty, stops it. Part of one change of the case, so that an answer comes before it or after it, never
    /// beside it. A draft that was committed stays.</summary>
    /// <param name="named">The parties as the draft names them.</param>
    public static Outcome<Submission> CommitToIssue(
        this Submission submission, Rulebook rulebook, Sha256Digest draft, IReadOnlyList<Party> named)
    {
        if (submission.CommittedDraft is not null) return submission;
        if (submission.Status != SubmissionStatus.InIssuance) return submission.OutOfStep("issue its certificate");
        if (AccountabilityGaps.Of(rulebook, submission) is [var gap, ..])
        {
            return new Refusal(
                RefusalKind.OutOfStep, "issuance.duty-open", $"Nothing is signed while a duty is open: {gap.Code} ({gap.Message})", gap.NextStep);
        }
        var standing = AnsweringParties.Of(submission.Declaration, submission.PartyAnswers ?? []);
        return DomainJson.Bytes(standing).AsSpan().SequenceEqual(DomainJson.Bytes(named))
            ? submission with { CommittedDraft = draft, Gaps = [] }
            : new Refusal(
                RefusalKind.OutOfStep, "issuance.parties-changed", $"Draft {draft} names other parties than those that answer now.",
                "The draft is written anew.");
    }

    /// <summary>Puts the open duties before everybody who looks at the case.</summary>
    public static Submission AwaitParties(this Submission submission, IReadOnlyList<Gap> gaps) =>
        submission.CommittedDraft is null ? submission with { Gaps = gaps } : submission;
}
