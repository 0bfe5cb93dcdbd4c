using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Storage.Audit;
using Certification.Workflows.Activities.Rulebooks;
using Certification.Workflows.Activities.Submissions;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Certificates;

/// <summary>Redeems a linted draft for its number, once. First the case commits to it, in a change that looks at every
/// accountable party again: whoever leaves before that change stops the signature, whoever leaves after it leaves a
/// certificate behind. Then the number takes it; a second draft for the same number is dropped for the first.</summary>
public sealed class RedeemDraft(
    CaseFiles cases, CertificateFiles certificates, CertificateDrafts drafts, RulebookFiles rulebooks, AuthorityProfile authority,
    TimeProvider clock) : IActivity<DraftInput, DraftInput>
{
    /// <inheritdoc/>
    public async Task<DraftInput> Run(ActivityContext context, DraftInput input, CancellationToken cancellation)
    {
        var digest = Sha256Digest.Parse(input.DraftDigest);
        var record = await certificates.Read(input.Number, cancellation);
        var parties = (await drafts.Redeemed(digest, cancellation)).Draft.Parties;
        var rulebook = await rulebooks.Judging(await cases.Read(record.SubmissionId, cancellation), cancellation);
        var entry = AuditEntry.Of(authority.Self, clock.GetUtcNow(), "certificate.draft-redeemed", new { Draft = digest });
        var committed = await cases.Change(
            record.SubmissionId, context.OperationId, entry,
            submission => submission.CommitToIssue(rulebook, digest, parties),
            cancellation: cancellation);
        if (committed.Refusal is { Code: "issuance.duty-open" or "issuance.parties-changed" }) return input with { IsOvertaken = true };
        if (!committed.Succeeded) throw new InvalidOperationException(committed.Refusal.Message);

        var changed = await certificates.Change(
            input.Number, context.OperationId, entry,
            current => current.RedeemDraft(committed.Value.State.CommittedDraft ?? digest),
            cancellation: cancellation);
        return changed.Succeeded
            ? input with { DraftDigest = changed.Value.State.DraftDigest!.Value.Hex }
            : throw new InvalidOperationException(changed.Refusal.Message);
    }
}
