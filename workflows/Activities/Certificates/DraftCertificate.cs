using Certification.Domain.Accountability;
using Certification.Domain.Certificates;
using Certification.Domain.Intake;
using Certification.Domain.Submissions;
using Certification.Storage.Audit;
using Certification.Storage.Blobs;
using Certification.Workflows.Activities.Evidence;
using Certification.Workflows.Activities.Rulebooks;
using Certification.Workflows.Activities.Submissions;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Certificates;

/// <summary>Completes the draft of a certificate, lints it and stores it under its digest. Only a draft without lint
/// findings has a digest that can be redeemed. While nobody answers for a duty there is no draft; officers are told.</summary>
public sealed class DraftCertificate(
    CaseFiles cases, DossierBlobs dossiers, EvidenceReports reports, CertificateDrafts drafts, RulebookFiles rulebooks,
    AuthorityProfile authority, TimeProvider clock) : IActivity<ReservedNumber, DraftResult>
{
    /// <inheritdoc/>
    public async Task<DraftResult> Run(ActivityContext context, ReservedNumber input, CancellationToken cancellation)
    {
        var submission = await cases.Read(input.SubmissionId, cancellation);
        var rulebook = await rulebooks.Judging(submission, cancellation);
        var gaps = AccountabilityGaps.Of(rulebook, submission);
        if (gaps.Count > 0) return await AwaitParties(context, submission, gaps, cancellation);

        var dossier = await dossiers.Read(submission.Dossiers[^1], cancellation);
        var place = new DraftPlace(
            CertificateNumber.Parse(input.Number),
            new Issuer(authority.Code, authority.Name),
            new StatusPointer(input.StatusListUri, input.StatusIndex),
            authority.LogId,
            clock.GetUtcNow());
        var draft = DraftComposition.Compose(
            place, submission, dossier, await reports.ReadAll(submission.Reports, cancellation), rulebook);

        var rules = DraftComposition.LintContext(rulebook, submission, dossier);
        return LintedDraft.TryPass(draft, rules, out var linted, out var findings)
            ? new DraftResult((await drafts.Seal(linted, cancellation)).Hex, [])
            : new DraftResult(draft.Digest().Hex, [.. findings.Select(finding => $"{finding.Code}: {finding.Message}")]);
    }

    private async Task<DraftResult> AwaitParties(
        ActivityContext context, Submission submission, IReadOnlyList<Gap> gaps, CancellationToken cancellation)
    {
        var at = clock.GetUtcNow();
        var changed = await cases.Change(
            submission.Id, context.OperationId,
            AuditEntry.Of(authority.Self, at, "issuance.awaits-parties", new { text = $"Not signed: {gaps[0].Message}", gaps }),
            current => current.AwaitParties(gaps),
            after => [SubmissionLists.Escalated(after, at)],
            cancellation: cancellation);
        return changed.Succeeded
            ? new DraftResult("", [], AwaitsParties: true)
            : throw new InvalidOperationException(changed.Refusal.Message);
    }
}
