using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Storage.Blobs;
using Certification.Workflows.Activities.Evidence;
using Certification.Workflows.Activities.Rulebooks;
using Certification.Workflows.Activities.Submissions;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Certificates;

/// <summary>Completes the draft of a certificate, lints it and stores it under its digest. Only a draft without lint
/// findings has a digest that can be redeemed.</summary>
public sealed class DraftCertificate(
    CaseFiles cases, DossierBlobs dossiers, EvidenceReports reports, CertificateDrafts drafts, RulebookFiles rulebooks,
    AuthorityProfile authority, TimeProvider clock) : IActivity<ReservedNumber, DraftResult>
{
    /// <inheritdoc/>
    public async Task<DraftResult> Run(ActivityContext context, ReservedNumber input, CancellationToken cancellation)
    {
        var submission = await cases.Read(input.SubmissionId, cancellation);
        var dossier = await dossiers.Read(submission.Dossiers[^1], cancellation);
        var rulebook = await rulebooks.Judging(submission, cancellation);
        var place = new DraftPlace(
            CertificateNumber.Parse(input.Number),
            new Issuer(authority.Code, authority.Name),
            new StatusPointer(input.StatusListUri, input.StatusIndex),
            authority.LogId,
            clock.GetUtcNow());
        var draft = DraftComposition.Compose(
            place, submission, dossier, await reports.ReadAll(submission.Reports, cancellation), rulebook);

        var rules = DraftComposition.LintContext(rulebook, submission.Classification!.Tier, dossier.Declaration);
        return LintedDraft.TryPass(draft, rules, out var linted, out var findings)
            ? new DraftResult((await drafts.Seal(linted, cancellation)).Hex, [])
            : new DraftResult(draft.Digest().Hex, [.. findings.Select(finding => $"{finding.Code}: {finding.Message}")]);
    }
}
