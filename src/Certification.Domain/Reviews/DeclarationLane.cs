using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Domain.Reviews;

/// <summary>The lane in which a rulebook certifies on the provider's own declaration: the evidence is judged all the same, and
/// what bars it is never certified.</summary>
public static class DeclarationLane
{
    private static readonly HashSet<string> Contradictions =
        ["evidence.card-advises-against-use", "evidence.capability-undeclared", "evidence.use-undeclared"];

    /// <summary>The lane that a validated case is in. One that people have reviewed stays with them.</summary>
    public static ReviewLane LaneOf(this Submission submission, Rulebook rulebook) =>
        submission.Review.Round > 0 ? ReviewLane.Assessed : rulebook.ReviewPlanFor(submission.Classification!.Tier).Lane;

    /// <summary>What the rulebook says of a declared case: certified when no finding bars it; with a finding that does, back to the
    /// applicant once. Evidence that contradicts the declaration, and a second attempt that fails, go to assessors: a machine that
    /// answers every attempt would be asked until it says yes.</summary>
    /// <param name="deadline">By when the applicant has to mend what bars the case.</param>
    public static Outcome<Submission> DecideByDeclaration(
        this Submission submission, Rulebook rulebook, Actor authority, DateTimeOffset at, DateTimeOffset deadline)
    {
        var plan = rulebook.ReviewPlanFor(submission.Classification!.Tier);
        var bars = submission.Findings.Where(finding => finding.Severity == Severity.Major).ToList();
        if (bars.Count == 0)
        {
            var decided = submission.MoveTo(SubmissionStatus.AwaitingDecision);
            return decided.Succeeded
                ? decided.Value with { Decision = ByDeclaration(submission, plan, authority, at), Status = SubmissionStatus.InIssuance }
                : decided;
        }

        if (submission.Dossiers.Count > 1 || bars.Exists(finding => Contradictions.Contains(finding.Code)))
            return submission.BeginReview(rulebook.AssessedPlanFor(plan.Tier).Assessors);
        var asked = submission.MoveTo(SubmissionStatus.AwaitingApplicant);
        return asked.Succeeded ? asked.Value with { Gaps = [.. bars.Select(ToMend)], Deadline = deadline } : asked;
    }

    private static CertificationDecision ByDeclaration(Submission submission, ReviewPlan plan, Actor authority, DateTimeOffset at) => new(
        authority, DecisionResult.Certify,
        [
            $"Certified on the provider's own declaration, as {plan.Clause} lays down for this tier: nobody assessed it.",
            $"{submission.Declaration.Statement!.Signatory} declared for {submission.Declaration.Statement.Party} on {submission.Declaration.Statement.On:yyyy-MM-dd}; no finding bars it.",
        ],
        [], at, plan.Lane);

    private static Gap ToMend(Finding finding) => new(
        "gap.evidence-barred", finding.EvidenceId ?? "dossier", finding.Clause, finding.Message,
        "Replace the file with one that holds, or correct the declaration, and hand in again. A second attempt that fails goes to an assessor.");
}
