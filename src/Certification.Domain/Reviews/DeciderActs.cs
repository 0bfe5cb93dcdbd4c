using Certification.Domain.Accountability;
using Certification.Domain.Evidence;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Domain.Reviews;

/// <summary>What a decider does to a case whose review is done.</summary>
public static class DeciderActs
{
    /// <summary>Decides. A case with an unresolved major nonconformity, or with a duty for which nobody answers, cannot be
    /// decided in favour.</summary>
    public static Outcome<Submission> Decide(this Submission submission, CertificationDecision decision, Rulebook rulebook)
    {
        if (DeciderDidNotAssessRule.Check(submission, decision.Decider) is { } assessed) return assessed;
        if (AssessorIsIndependentOfApplicantRule.Check(submission, decision.Decider) is { } conflict) return conflict;
        if (submission.Status != SubmissionStatus.AwaitingDecision) return submission.OutOfStep("decide it");
        if (decision.Result == DecisionResult.Certify)
        {
            return (MajorNonconformityBarsCertification(submission) ?? OpenDutyBarsCertification(submission, rulebook)) is { } barrier
                ? barrier
                : submission with { Decision = decision, Status = SubmissionStatus.InIssuance };
        }
        return decision.Reasons.Count > 0
            ? submission with { Decision = decision, Status = SubmissionStatus.Refused }
            : new Refusal(
                RefusalKind.Invalid, "decision.no-reasons", "A refusal needs reasons, and none was given.",
                "Say in 'reasons' why, one sentence each: the applicant may appeal against them.");
    }

    private static Refusal? OpenDutyBarsCertification(Submission submission, Rulebook rulebook) =>
        AccountabilityGaps.Of(rulebook, submission) is [var gap, ..]
            ? new Refusal(
                RefusalKind.OutOfStep, "decision.duty-open", $"Nobody answers for a duty: {gap.Code} ({gap.Message})", gap.NextStep)
            : null;

    private static Refusal? MajorNonconformityBarsCertification(Submission submission)
    {
        var major = submission.Findings.Concat(submission.Review.ThisRound.SelectMany(c => c.Findings))
            .FirstOrDefault(finding => finding.Severity == Severity.Major);
        return major is null
            ? null
            : new Refusal(
                RefusalKind.OutOfStep, "decision.major-nonconformity",
                $"An unresolved major nonconformity bars certification: {major.Code}.",
                "Refuse the certificate, or wait until the applicant resolves it.");
    }
}
