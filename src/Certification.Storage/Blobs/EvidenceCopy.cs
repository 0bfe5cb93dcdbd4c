using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Certification.Domain;

namespace Certification.Storage.Blobs;

/// <summary>The calls by which staged evidence becomes sealed evidence.</summary>
internal static class EvidenceCopy
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(500);

    /// <summary>The properties of a whole blob, waiting for a copy into it that is under way; null when there is none, or
    /// only the empty shell of a copy that failed.</summary>
    internal static async Task<BlobProperties?> Find(BlobClient blob, CancellationToken cancellation)
    {
        while (true)
        {
            BlobProperties properties;
            try
            {
                properties = await blob.GetPropertiesAsync(cancellationToken: cancellation);
            }
            catch (RequestFailedException missing) when (missing.Status == 404)
            {
                return null;
            }

            // A blob that was uploaded and not copied has no copy id.
            if (properties.CopyId is null || properties.CopyStatus == CopyStatus.Success)
            {
                return properties;
            }

            if (properties.CopyStatus != CopyStatus.Pending)
            {
                return null;
            }

            await Task.Delay(PollEvery, cancellation);
        }
    }

    /// <summary>The digest of the content that has this ETag; null when the blob was changed before or while it was read.</summary>
    internal static async Task<Sha256Digest?> Hash(BlobClient blob, ETag tag, CancellationToken cancellation)
    {
        var options = new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfMatch = tag } };
        try
        {
            using var download = (await blob.DownloadStreamingAsync(options, cancellation)).Value;
            return (await OverlappedHash.Of(download.Content, cancellation)).Digest;
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            return null;
        }
    }

    /// <summary>Copies inside storage what was hashed, where nothing stands yet.</summary>
    /// <returns>False when the source no longer has this ETag and nothing was sealed by another call either.</returns>
    /// <exception cref="InvalidOperationException">The service gave up copying; the next attempt starts it again.</exception>
    internal static async Task<bool> Make(BlobClient source, ETag tag, BlobClient target, CancellationToken cancellation)
    {
        await DeleteFailedCopy(target, cancellation);
        try
        {
            var options = new BlobCopyFromUriOptions
            {
                SourceConditions = new BlobRequestConditions { IfMatch = tag },
                DestinationConditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            };
            await target.StartCopyFromUriAsync(source.Uri, options, cancellation);
        }
        catch (RequestFailedException lost) when (lost.Status is 404 or 409 or 412)
        {
            // The source changed, or the target is there: another call sealed it, or this one did and its reply was lost.
            return await Find(target, cancellation) is not null;
        }

        return await Find(target, cancellation) is not null
            ? true
            : throw new InvalidOperationException($"Storage did not finish copying to {target.Name}.");
    }

    /// <summary>A failed copy leaves an empty blob, which would stand in the way of the next one for ever. Deleted by its
    /// ETag, so that a copy that another call has made meanwhile stays.</summary>
    private static async Task DeleteFailedCopy(BlobClient target, CancellationToken cancellation)
    {
        var exists = await target.ExistsAsync(cancellation);
        if (!exists.Value)
        {
            return;
        }

        var properties = (await target.GetPropertiesAsync(cancellationToken: cancellation)).Value;
        if (properties.CopyId is not null && properties.CopyStatus is CopyStatus.Failed or CopyStatus.Aborted)
        {
            await target.DeleteIfExistsAsync(
                conditions: new BlobRequestConditions { IfMatch = properties.ETag }, cancellationToken: cancellation);
        }
    }
}
