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

    /// <summary>The digest of the content that has this ETag; null when the blob was changed before or while it was read.
    /// One stream: asked for ranges side by side, Azurite answered at a third of the speed.</summary>
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
        if (await Start(source, tag, target, cancellation))
        {
            return true;
        }

        // Under way, or the source changed, or the target is there: another call sealed it, or this one did and its reply
        // was lost. What stands there now says which.
        return await Find(target, cancellation) is not null || await DeleteFailedCopy(target, cancellation);
    }

    /// <summary>True when the copy was made at once.</summary>
    private static async Task<bool> Start(BlobClient source, ETag tag, BlobClient target, CancellationToken cancellation)
    {
        var options = new BlobCopyFromUriOptions
        {
            SourceConditions = new BlobRequestConditions { IfMatch = tag },
            DestinationConditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        try
        {
            var copy = await target.StartCopyFromUriAsync(source.Uri, options, cancellation);
            return copy.GetRawResponse().Headers.TryGetValue("x-ms-copy-status", out var status) && status == "success";
        }
        catch (RequestFailedException refused) when (refused.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    /// <summary>A failed copy leaves an empty blob, which would stand in the way of the next one for ever. Deleted by its
    /// ETag, so that a copy that another call has made meanwhile stays.</summary>
    /// <returns>False when there is no such blob.</returns>
    private static async Task<bool> DeleteFailedCopy(BlobClient target, CancellationToken cancellation)
    {
        if (!(await target.ExistsAsync(cancellation)).Value)
        {
            return false;
        }

        var properties = (await target.GetPropertiesAsync(cancellationToken: cancellation)).Value;
        if (properties.CopyId is null || properties.CopyStatus is not (CopyStatus.Failed or CopyStatus.Aborted))
        {
            return true;
        }

        await target.DeleteIfExistsAsync(
            conditions: new BlobRequestConditions { IfMatch = properties.ETag }, cancellationToken: cancellation);
        throw new InvalidOperationException(
            $"Storage gave up copying to {target.Name} ({properties.CopyStatusDescription}). Seal again.");
    }
}
