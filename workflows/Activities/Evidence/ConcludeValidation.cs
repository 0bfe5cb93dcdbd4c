using Certification.Domain;
using Certification.Domain.Evidence;
using Certification.Domain.Reviews;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;
using Certification.Storage.Audit;
using Certification.Storage.Blobs;
using Certification.Workflows.Activities.Rulebooks;
using Certification.Workflows.Activities.Submissions;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Evidence;

/// <summary>Judges the files of a dossier against each other, records all findings and opens the review.</summary>
public sealed class ConcludeValidation(
    CaseFiles cases, DossierBlobs dossiers, EvidenceReports reports, RulebookFiles rulebooks, AuthorityProfile authority,
    TimeProvider clock) : IActivity<ValidationInput, ValidationResult>
{
    /// <inheritdoc/>
    public async Task<ValidationResult> Run(ActivityContext context, ValidationInput input, CancellationToken cancellation)
    {
        var rulebook = await rulebooks.Judging(await cases.Read(input.SubmissionId, cancellation), cancellation);
        var dossier = await dossiers.Read(Sha256Digest.Parse(input.DossierDigest), cancellation);
        Sha256Digest[] digests = [.. input.ReportDigests.Select(Sha256Digest.Parse)];
        var single = await reports.ReadAll(digests, cancellation);
        var findings = DossierJudgement.Findings(rulebook, dossier.Evidence, single);

        var changed = await cases.Change(
            input.SubmissionId, context.OperationId,
            AuditEntry.Of(
                authority.Self, clock.GetUtcNow(), "evidence.validated",
                new { Dossier = input.DossierDigest, Reports = digests, Findings = findings.Select(finding => finding.Code) }),
            submission => Conclude(submission with { Findings = findings, Reports = digests }, rulebook),
            cancellation: cancellation);
        return changed.Succeeded
            ? new ValidationResult(true, changed.Value.State.LaneOf(rulebook))
            : throw new InvalidOperationException(changed.Refusal.Message);
    }

    // A declared case stays where it is: what the rulebook says of it is a step of its own, with an entry of its own.
    private static Outcome<Submission> Conclude(Submission submission, Rulebook rulebook) =>
        submission.LaneOf(rulebook) == ReviewLane.SelfDeclaration && submission.Status == SubmissionStatus.InValidation
            ? submission
            : submission.BeginReview(rulebook.AssessedPlanFor(submission.Classification!.Tier).Assessors);
}
