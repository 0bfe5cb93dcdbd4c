using Certification.Domain;
using Certification.Domain.Submissions;
using Certification.Storage.Blobs;

namespace Certification.Web.Evidence;

/// <summary>A file that will be uploaded.</summary>
/// <param name="Kind">Evidence code of the rulebook's catalogue.</param>
/// <param name="FileName">A plain name without folders; shown, never used as a path.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">SHA-256 of the whole file; sealing refuses any other content.</param>
/// <param name="Independence"><c>first-party</c>, <c>second-party</c> or <c>third-party</c>.</param>
/// <param name="WithheldFacts">Facts of a public file that the certificate shows as commitments.</param>
public sealed record EvidenceDeclaration(
    string Kind, string FileName, long Size, Sha256Digest Sha256, Visibility Visibility, string PerformedBy, string Independence,
    IReadOnlyList<string>? WithheldFacts = null)
{
    /// <summary>The item that this declares.</summary>
    /// <param name="salt">What a certificate commits to the item with when it is withheld; null for a pre-check.</param>
    public EvidenceItem ToItem(string id, string? salt = null) =>
        new(id, Kind, FileName, Size, Sha256, Visibility, PerformedBy, Independence, Salt: salt, WithheldFacts: WithheldFacts);
}

/// <summary>A declared item with its upload.</summary>
public sealed record DeclaredEvidence(
    string Id, string Kind, string FileName, long Size, Sha256Digest Sha256, Visibility Visibility, string PerformedBy,
    string Independence, UploadTicket Upload)
{
    /// <summary>The item with leave to upload it.</summary>
    public static DeclaredEvidence Of(EvidenceItem item, UploadTicket upload) => new(
        item.Id, item.Kind, item.FileName, item.Size, item.Digest, item.Visibility, item.PerformedBy, item.Independence, upload);
}

/// <summary>Leave to upload one file: PUT blocks to <paramref name="Url"/> with <c>&amp;comp=block&amp;blockid=…</c>, then the
/// list of them with <c>&amp;comp=blocklist</c> (Azure Blob Storage, Put Block and Put Block List).</summary>
/// <param name="ExpiresAt">Real time.</param>
/// <param name="BlockBytes">Size of every block but the last.</param>
public sealed record UploadTicket(Uri Url, DateTimeOffset ExpiresAt, int BlockBytes)
{
    private const int Block = 4 * 1024 * 1024;

    /// <summary>A fresh ticket on the item's own staging blob, or <c>evidence.too-large</c>.</summary>
    public static async Task<Outcome<UploadTicket>> Create(
        EvidenceBlobs blobs, string submissionId, EvidenceItem item, CancellationToken cancellation)
    {
        var grant = await blobs.CreateUpload(submissionId, item.Id, item.Size, cancellation);
        return grant.Succeeded ? new UploadTicket(grant.Value.Url, grant.Value.ExpiresAt, Block) : grant.Refusal;
    }
}
