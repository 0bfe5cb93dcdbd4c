using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Certification.Storage.Blobs;

/// <summary>Blobs that are written once and never again.</summary>
internal static class WriteOnce
{
    /// <summary>Writes the content if the blob is not there, and says what is there now: the content given, or what an
    /// earlier writer left. After a lost reply or a crash the same call finds its own content.</summary>
    internal static async Task<byte[]> PutOrRead(
        BlobClient blob, byte[] content, BlobHttpHeaders headers, CancellationToken cancellation)
    {
        try
        {
            var options = new BlobUploadOptions
            {
                HttpHeaders = headers,
                Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            };
            await blob.UploadAsync(BinaryData.FromBytes(content), options, cancellation);
            return content;
        }
        catch (RequestFailedException there) when (there.Status is 409 or 412)
        {
            return (await blob.DownloadContentAsync(cancellation)).Value.Content.ToArray();
        }
    }

    /// <summary>The whole blob, or null when there is none.</summary>
    internal static async Task<BlobDownloadResult?> Read(BlobClient blob, CancellationToken cancellation)
    {
        try
        {
            return (await blob.DownloadContentAsync(cancellation)).Value;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }
}
