using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;
using Certification.Domain;

namespace Certification.Storage.Blobs;

/// <summary>Evidence files, gigabytes of them: uploaded by their owner straight to a staging blob, sealed by us under their
/// digest, never changed after. Staging is not trusted; a sealed blob is what its digest says.</summary>
/// <param name="limit">Most bytes in one file.</param>
/// <param name="realTime">Upload URLs run on real time, also when business time is advanced.</param>
public sealed class EvidenceBlobs(AuthorityStorage storage, long limit, TimeProvider realTime)
{
    private static readonly TimeSpan GrantLife = TimeSpan.FromHours(1);
    private readonly BlobContainerClient _staging = storage.Container(StorageNames.StagingContainer);
    private readonly BlobContainerClient _sealed = storage.Container(StorageNames.EvidenceContainer);

    /// <summary>Gives leave to upload one file. Asking again, also after a broken upload, gives a fresh URL on the same
    /// staging blob.</summary>
    /// <param name="size">Declared bytes.</param>
    /// <returns>The grant, or <c>evidence.too-large</c>.</returns>
    public async Task<Outcome<UploadGrant>> CreateUpload(
        string submissionId, string evidenceId, long size, CancellationToken cancellation = default)
    {
        if (size > limit)
        {
            return TooLarge(evidenceId, size);
        }

        var now = realTime.GetUtcNow();
        var blob = Staging(submissionId, evidenceId);
        var sas = new BlobSasBuilder(BlobSasPermissions.Create | BlobSasPermissions.Write, now + GrantLife)
        {
            BlobContainerName = blob.BlobContainerName,
            BlobName = blob.Name,
            Resource = "b",
        };
        return new UploadGrant(await Sign(blob, sas, now, cancellation), sas.ExpiresOn);
    }

    /// <summary>Makes an uploaded file permanent: reads and hashes it under its ETag, copies it inside storage on the
    /// condition that it still has that ETag, deletes the staging blob. Safe to repeat after a crash at any point.</summary>
    /// <param name="declaredDigest">What the applicant said the file's SHA-256 is.</param>
    /// <returns>What is sealed, or <c>evidence.upload-missing</c>, <c>evidence.too-large</c>, <c>evidence.size-differs</c>,
    /// <c>evidence.digest-differs</c>, <c>evidence.changed-while-sealing</c>.</returns>
    public async Task<Outcome<SealedEvidence>> Seal(
        string submissionId, string evidenceId, long declaredSize, Sha256Digest declaredDigest,
        CancellationToken cancellation = default)
    {
        var (source, target) = (Staging(submissionId, evidenceId), Sealed(submissionId, declaredDigest));
        if (await EvidenceCopy.Find(target, cancellation) is { } before)
        {
            await source.DeleteIfExistsAsync(cancellationToken: cancellation);
            return before.ContentLength == declaredSize
                ? new SealedEvidence(declaredDigest, declaredSize)
                : SizeDiffers(evidenceId, declaredSize, before.ContentLength);
        }

        var uploaded = await Measure(source, evidenceId, declaredSize, declaredDigest, cancellation);
        if (!uploaded.Succeeded)
        {
            return uploaded.Refusal;
        }

        if (!await EvidenceCopy.Make(source, uploaded.Value, target, cancellation))
        {
            return Changed(evidenceId);
        }

        await source.DeleteIfExistsAsync(cancellationToken: cancellation);
        return new SealedEvidence(declaredDigest, declaredSize);
    }

    /// <summary>Gives another submission its own copy of a sealed file, as when a renewal reuses evidence. Idempotent.</summary>
    /// <exception cref="InvalidOperationException">The first submission has no such file.</exception>
    public async Task CopySealed(
        string fromSubmissionId, string toSubmissionId, Sha256Digest digest, CancellationToken cancellation = default)
    {
        var (source, target) = (Sealed(fromSubmissionId, digest), Sealed(toSubmissionId, digest));
        if (await EvidenceCopy.Find(target, cancellation) is not null) return;

        var original = await EvidenceCopy.Find(source, cancellation);
        if (original is null || !await EvidenceCopy.Make(source, original.ETag, target, cancellation))
        {
            throw new InvalidOperationException($"Submission {fromSubmissionId} has no sealed file {digest}.");
        }
    }

    /// <summary>Sealed evidence for reading, seekable, fetched piece by piece; null when there is none of this digest.</summary>
    public async Task<Stream?> OpenSealed(
        string submissionId, Sha256Digest digest, CancellationToken cancellation = default)
    {
        var blob = Sealed(submissionId, digest);
        return await EvidenceCopy.Find(blob, cancellation) is null
            ? null
            : await blob.OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellation);
    }

    private BlobClient Staging(string submissionId, string evidenceId) =>
        _staging.GetBlobClient($"{BlobPath.Segment(submissionId)}/{BlobPath.Segment(evidenceId)}");

    private BlobClient Sealed(string submissionId, Sha256Digest digest) =>
        _sealed.GetBlobClient($"{BlobPath.Segment(submissionId)}/{digest.Hex}");

    /// <summary>The ETag of an uploaded file that is what was declared.</summary>
    private async Task<Outcome<ETag>> Measure(
        BlobClient source, string evidenceId, long declaredSize, Sha256Digest declaredDigest, CancellationToken cancellation)
    {
        if (await EvidenceCopy.Find(source, cancellation) is not { } uploaded)
        {
            return new Refusal(
                RefusalKind.OutOfStep, "evidence.upload-missing", $"Nothing has been uploaded for {evidenceId}.",
                "Upload the file to the upload URL, close it with Put Block List, then seal again.");
        }

        if (uploaded.ContentLength > limit)
        {
            return TooLarge(evidenceId, uploaded.ContentLength);
        }

        if (uploaded.ContentLength != declaredSize)
        {
            return SizeDiffers(evidenceId, declaredSize, uploaded.ContentLength);
        }

        var digest = await EvidenceCopy.Hash(source, uploaded.ETag, cancellation);
        return digest is null ? Changed(evidenceId)
            : digest == declaredDigest ? uploaded.ETag
            : new Refusal(
                RefusalKind.Invalid, "evidence.digest-differs",
                $"{evidenceId} was declared with SHA-256 {declaredDigest}; what was uploaded has {digest}.",
                "Upload the declared file again, or declare the file that you mean.");
    }

    private async Task<Uri> Sign(BlobClient blob, BlobSasBuilder sas, DateTimeOffset now, CancellationToken cancellation)
    {
        if (blob.CanGenerateSasUri)
        {
            return blob.GenerateSasUri(sas);
        }

        // Signed in by token there is no account key to sign with: the service lends one, valid as long as the URL.
        var key = await storage.Blobs.GetUserDelegationKeyAsync(now, sas.ExpiresOn, cancellation);
        var parameters = sas.ToSasQueryParameters(key, storage.Blobs.AccountName);
        return new BlobUriBuilder(blob.Uri) { Sas = parameters }.ToUri();
    }

    private Refusal TooLarge(string evidenceId, long size) => new(
        RefusalKind.TooLarge, "evidence.too-large", $"{evidenceId} has {size} bytes; the limit is {limit}.",
        "Split the file, or leave out what the rulebook does not ask for.");

    private static Refusal SizeDiffers(string evidenceId, long declared, long uploaded) => new(
        RefusalKind.Invalid, "evidence.size-differs",
        $"{evidenceId} was declared with {declared} bytes; {uploaded} were uploaded.",
        "Upload the whole file again, or declare the file that you mean.");

    private static Refusal Changed(string evidenceId) => new(
        RefusalKind.Stale, "evidence.changed-while-sealing", $"{evidenceId} was uploaded again while it was being sealed.",
        "Let the upload end, then seal again.");
}
