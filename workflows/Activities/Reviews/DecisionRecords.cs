using Certification.Domain;
using Certification.Domain.Decisions;
using Certification.Storage;
using Certification.Storage.Blobs;

namespace Certification.Workflows.Activities.Reviews;

/// <summary>Records of decisions, each sealed under its digest.</summary>
public sealed class DecisionRecords(AuthorityStorage storage)
{
    private readonly SealedJson<DecisionRecord> _records = new(storage, "decisions");

    /// <summary>Stores a record under its digest.</summary>
    public Task<Sha256Digest> Seal(DecisionRecord record, CancellationToken cancellation) => _records.Seal(record, cancellation);

    /// <summary>The record of this digest.</summary>
    /// <exception cref="InvalidDataException">It is not there, or was changed in storage.</exception>
    public Task<DecisionRecord> Read(Sha256Digest digest, CancellationToken cancellation) => _records.Read(digest, cancellation);

    /// <summary>The very bytes that the digest is of, or null.</summary>
    public Task<byte[]?> FindText(Sha256Digest digest, CancellationToken cancellation) => _records.FindText(digest, cancellation);
}
