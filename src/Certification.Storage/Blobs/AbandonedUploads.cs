using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Certification.Storage.Blobs;

/// <summary>Uploads that were begun and never sealed. Sealing deletes its own; what is left belongs to applicants who went away or to
/// cases that were closed meanwhile, and nobody has a right to keep it here.</summary>
/// <param name="realTime">Uploads run on real time, also when business time is advanced.</param>
public sealed class AbandonedUploads(AuthorityStorage storage, TimeProvider realTime)
{
    /// <summary>Longer than an upload URL lives by far: who comes back later uploads again.</summary>
    public static readonly TimeSpan After = TimeSpan.FromDays(1);

    private readonly BlobContainerClient _staging = storage.Container(StorageNames.StagingContainer);

    /// <summary>Deletes what nobody has written to since <see cref="After"/>. Blocks that were never put
    /// together are no blob yet: the service discards them after a week (Put Block, remarks).</summary>
    /// <returns>How many were deleted.</returns>
    public async Task<int> Delete(CancellationToken cancellation)
    {
        var deleted = 0;
        var before = realTime.GetUtcNow() - After;
        await foreach (var upload in _staging.GetBlobsAsync(cancellationToken: cancellation))
        {
            if (upload.Properties.LastModified < before && await Delete(upload, cancellation)) deleted++;
        }
        return deleted;
    }

    private async Task<bool> Delete(BlobItem upload, CancellationToken cancellation)
    {
        try
        {
            // Whoever begins again in this moment writes another version, which stays.
            var unchanged = new BlobRequestConditions { IfMatch = upload.Properties.ETag };
            return (await _staging.GetBlobClient(upload.Name).DeleteIfExistsAsync(conditions: unchanged, cancellationToken: cancellation)).Value;
        }
        catch (RequestFailedException changed) when (changed.Status == 412)
        {
            return false;
        }
    }
}
