using Certification.Domain;
using Certification.Storage.Audit;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Certificates;

/// <summary>Redeems a linted draft for its number, once. A second draft for the same number is dropped for the first.</summary>
public sealed class RedeemDraft(CertificateFiles certificates, AuthorityProfile authority, TimeProvider clock)
    : IActivity<DraftInput, DraftInput>
{
    /// <inheritdoc/>
    public async Task<DraftInput> Run(ActivityContext context, DraftInput input, CancellationToken cancellation)
    {
        var digest = Sha256Digest.Parse(input.DraftDigest);
        var changed = await certificates.Change(
            input.Number, context.OperationId,
            AuditEntry.Of(authority.Self, clock.GetUtcNow(), "certificate.draft-redeemed", new { Draft = digest }),
            record => record.RedeemDraft(digest),
            cancellation: cancellation);
        return changed.Succeeded
            ? input with { DraftDigest = changed.Value.State.DraftDigest!.Value.Hex }
            : throw new InvalidOperationException(changed.Refusal.Message);
    }
}
