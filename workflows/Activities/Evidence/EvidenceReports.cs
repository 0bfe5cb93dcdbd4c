using Certification.Domain;
using Certification.Domain.Evidence;
using Certification.Formats.Attestations;
using Certification.Storage;
using Certification.Storage.Blobs;

namespace Certification.Workflows.Activities.Evidence;

/// <summary>Sealed reports of evidence validation, and the keys by which attestations counted in them.</summary>
public sealed class EvidenceReports(AuthorityStorage storage)
{
    private readonly SealedJson<EvidenceReport> _reports = new(storage, "reports");
    private readonly SealedJson<TrustedKeys> _keys = new(storage, "attestation-keys");

    /// <summary>Stores a report under its digest.</summary>
    public Task<Sha256Digest> Seal(EvidenceReport report, CancellationToken cancellation) => _reports.Seal(report, cancellation);

    /// <summary>Stores keys under their digest.</summary>
    public Task<Sha256Digest> Seal(TrustedKeys keys, CancellationToken cancellation) => _keys.Seal(keys, cancellation);

    /// <summary>The sealed text of the keys with this digest; null when there is none.</summary>
    public Task<byte[]?> FindKeys(Sha256Digest digest, CancellationToken cancellation) => _keys.FindText(digest, cancellation);

    /// <summary>The reports of these digests, in their order.</summary>
    public async Task<IReadOnlyList<EvidenceReport>> ReadAll(IEnumerable<Sha256Digest> digests, CancellationToken cancellation) =>
        await Task.WhenAll(digests.Select(digest => _reports.Read(digest, cancellation)));
}
