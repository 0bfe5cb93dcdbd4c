using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Certification.Signing.Log;

namespace Certification.Storage.Blobs;

/// <summary>A transparency log as blobs: checkpoint and tiles public under <c>log/</c>, as static files that anybody may mirror; head
/// and staged batches private.</summary>
public sealed class BlobLogStore(AuthorityStorage storage) : ILogStore
{
    private const string Prefix = "log/";
    private readonly BlobContainerClient _public = storage.Container(StorageNames.PublicContainer);
    private readonly BlobContainerClient _private = storage.Container(StorageNames.LogContainer);

    /// <inheritdoc/>
    public async Task<StoredFile?> ReadAsync(string path, CancellationToken cancellationToken) =>
        await WriteOnce.Read(Blob(path), cancellationToken) is { } found
            ? new(found.Content.ToArray(), found.Details.ETag.ToString("H"))
            : null;

    /// <inheritdoc/>
    public async Task WriteAsync(string path, byte[] content, CancellationToken cancellationToken) => await Blob(path).UploadAsync(
        BinaryData.FromBytes(content),
        new BlobUploadOptions { HttpHeaders = new() { ContentType = "application/octet-stream", CacheControl = "public, max-age=31536000, immutable" } },
        cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> ReplaceAsync(string path, byte[] content, string? version, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions
        {
            // Caches that keep a checkpoint for long make a log look as if it stood still.
            HttpHeaders = new BlobHttpHeaders { ContentType = "text/plain; charset=utf-8", CacheControl = "public, max-age=5" },
            Conditions = version is null ? new() { IfNoneMatch = ETag.All } : new() { IfMatch = new ETag(version) },
        };
        try
        {
            await Blob(path).UploadAsync(BinaryData.FromBytes(content), options, cancellationToken);
            return true;
        }
        catch (RequestFailedException lost) when (lost.Status is 404 or 409 or 412)
        {
            // The client repeats a request whose answer was lost, and then meets its own write.
            return await ReadAsync(path, cancellationToken) is { } stands && stands.Content.AsSpan().SequenceEqual(content);
        }
    }

    private BlobClient Blob(string path)
    {
        return LogPaths.IsPublic(path) ? _public.GetBlobClient(Prefix + BlobPath.Checked(path)) : _private.GetBlobClient(BlobPath.Checked(path));
    }
}
