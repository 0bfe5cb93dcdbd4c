using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Storage;
using Certification.Storage.Blobs;

namespace Certification.Workflows.Activities.Certificates;

/// <summary>Linted drafts, each sealed under its digest: the digest is the token that issuing redeems once.</summary>
public sealed class CertificateDrafts(AuthorityStorage storage)
{
    private readonly SealedJson<CertificateDraft> _drafts = new(storage, "drafts");

    /// <summary>Stores a draft that passed its lints.</summary>
    public Task<Sha256Digest> Seal(LintedDraft linted, CancellationToken cancellation) =>
        _drafts.Seal(linted.Draft, cancellation);

    /// <summary>The draft that was redeemed for a number, ready to be signed.</summary>
    /// <param name="redeemed">From the certificate's record, where compare-and-swap let only one digest in.</param>
    public async Task<LintedDraft> Redeemed(Sha256Digest redeemed, CancellationToken cancellation) =>
        LintedDraft.Redeem(await _drafts.Read(redeemed, cancellation), redeemed);
}
