using Certification.Domain;
using Certification.Domain.Evidence;
using Certification.Domain.Submissions;
using Certification.Formats;
using Certification.Formats.Attestations;
using Certification.Storage.Blobs;
using Certification.Workflows.Activities.Rulebooks;
using Certification.Workflows.Activities.Submissions;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Evidence;

/// <summary>Reads one sealed evidence file in its format and judges what it says. The report is sealed under its digest, and names
/// the instant, the software and the keys by which it came about.</summary>
public sealed class ValidateEvidenceItem(
    CaseFiles cases, DossierBlobs dossiers, EvidenceBlobs evidence, EvidenceReports reports, RulebookFiles rulebooks,
    TrustedKeys keys, TimeProvider clock) : IActivity<EvidenceItemInput, EvidenceItemResult>
{
    /// <inheritdoc/>
    public async Task<EvidenceItemResult> Run(ActivityContext context, EvidenceItemInput input, CancellationToken cancellation)
    {
        var submission = await cases.Read(input.SubmissionId, cancellation);
        var dossier = await dossiers.Read(Sha256Digest.Parse(input.DossierDigest), cancellation);
        var item = dossier.Evidence.Single(item => item.Id == input.EvidenceId);
        var rulebook = await rulebooks.Judging(submission, cancellation);
        var reading = await Read(dossier.SubmissionId, item, rulebook.FormatsFor(item.Kind), cancellation);
        var report = EvidenceJudgement.Judge(
            rulebook, submission.Classification!.Tier, dossier.Declaration, item, reading, clock.GetUtcNow());
        var judged = report.Judged! with { AttestationKeys = await reports.Seal(keys, cancellation) };
        return new EvidenceItemResult((await reports.Seal(report with { Judged = judged }, cancellation)).Hex);
    }

    private async Task<FormatReading> Read(
        string submissionId, EvidenceItem item, IReadOnlyList<string> formats, CancellationToken cancellation)
    {
        await using var content = await evidence.OpenSealed(submissionId, item.Digest, cancellation)
            ?? throw new InvalidDataException($"Evidence {item.Id} of {submissionId} was sealed and is not in storage.");
        return await EvidenceReader.ReadAsync(content, formats, cancellation, keys.Keys);
    }
}
