using Certification.Domain;
using Certification.Domain.Evidence;
using Certification.Storage;
using Certification.Storage.Blobs;

namespace Certification.Workflows.Activities.Evidence;

/// <summary>Sealed reports of evidence validation.</summary>
public sealed class EvidenceReports(AuthorityStorage storage)
{
    private readonly SealedJson<EvidenceReport> _reports = new(storage, "reports");

    /// <summary>Stores a report under its digest.</summary>
    public Task<Sha256Digest> Seal(EvidenceReport report, CancellationToken cancellation) => _reports.Seal(report, cancellation);

    /// <summary>The reports of these digests, in their order.</summary>
    public async Task<IReadOnlyList<EvidenceReport>> ReadAll(IEnumerable<Sha256Digest> digests, CancellationToken cancellation) =>
        await Task.WhenAll(digests.Select(digest => _reports.Read(digest, cancellation)));
}
