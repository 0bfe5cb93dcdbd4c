using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Certification.Domain;

namespace Certification.Storage.Blobs;

/// <summary>What anybody may fetch without asking us: certificates, status lists, trust lists, rulebooks, log tiles. Not
/// trusted: everything here is signed or named by its digest.</summary>
public sealed class PublicBlobs(AuthorityStorage storage)
{
    private readonly BlobContainerClient _container = storage.Container(StorageNames.PublicContainer);
    private readonly RecentReads<PublicBlob?> _recent = new(TimeSpan.FromSeconds(5));

    /// <summary>Where anybody fetches this blob.</summary>
    /// <param name="path">Such as <c>certificates/XA-2026-000123.xml</c>.</param>
    public Uri UriOf(string path) => _container.GetBlobClient(BlobPath.Checked(path)).Uri;

    /// <summary>Publishes content that will never change; the same content again is adopted. Idempotent.</summary>
    /// <returns>The blob's ETag, or <c>public.content-differs</c> when other content stands there.</returns>
    public async Task<Outcome<PublicBlob>> PutOnce(
        string path, byte[] content, string contentType, CancellationToken cancellation = default)
    {
        var headers = new BlobHttpHeaders { ContentType = contentType, CacheControl = "public, max-age=31536000, immutable" };
        var blob = _container.GetBlobClient(BlobPath.Checked(path));
        var stored = await WriteOnce.PutOrRead(blob, content, headers, cancellation);
        _recent.Forget(path);
        if (!stored.AsSpan().SequenceEqual(content))
        {
            return new Refusal(
                RefusalKind.Stale, "public.content-differs",
                $"{path} is published with digest {Sha256Digest.Of(stored)}; now it should be {Sha256Digest.Of(content)}.",
                "Published content never changes. Publish under a new path, or find out who published the first.");
        }

        var properties = await blob.GetPropertiesAsync(cancellationToken: cancellation);
        return new PublicBlob(content, contentType, properties.Value.ETag.ToString("H"));
    }

    /// <summary>Publishes a new version of a blob that changes, such as a status list.</summary>
    /// <param name="ifMatch">ETag of the version that this one replaces; null when there must be none yet.</param>
    /// <param name="maxAge">How long caches may keep it.</param>
    /// <returns>The new version, also when an earlier attempt had written exactly this content, or <c>public.stale</c>.</returns>
    public async Task<Outcome<PublicBlob>> PutVersion(
        string path, byte[] content, string contentType, string? ifMatch, TimeSpan maxAge, CancellationToken cancellation = default)
    {
        var seconds = ((long)maxAge.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = contentType, CacheControl = $"public, max-age={seconds}" },
            Conditions = ifMatch is null
                ? new BlobRequestConditions { IfNoneMatch = ETag.All }
                : new BlobRequestConditions { IfMatch = new ETag(ifMatch) },
        };
        try
        {
            var blob = _container.GetBlobClient(BlobPath.Checked(path));
            var written = await blob.UploadAsync(BinaryData.FromBytes(content), options, cancellation);
            _recent.Forget(path);
            return new PublicBlob(content, contentType, written.Value.ETag.ToString("H"));
        }
        catch (RequestFailedException lost) when (lost.Status is 404 or 409 or 412)
        {
            var current = await Find(path, cancellation);
            return current is not null && current.Content.AsSpan().SequenceEqual(content)
                ? current
                : new Refusal(
                    RefusalKind.Stale, "public.stale",
                    $"{path} is at {current?.ETag ?? "no version"}; the new version was to replace {ifMatch ?? "none"}.",
                    "Read it again, make the new version from it, and put it with its ETag.");
        }
    }

    /// <summary>Makes this the content of a blob that one writer keeps up to date; what stands there already is left alone.</summary>
    /// <returns>As <see cref="PutVersion"/>.</returns>
    public async Task<Outcome<PublicBlob>> PutLatest(
        string path, byte[] content, string contentType, TimeSpan maxAge, CancellationToken cancellation = default)
    {
        var current = await Find(path, cancellation);
        return current is not null && current.Content.AsSpan().SequenceEqual(content)
            ? current
            : await PutVersion(path, content, contentType, current?.ETag, maxAge, cancellation);
    }

    /// <summary>The blob as it stands, or null.</summary>
    public async Task<PublicBlob?> Find(string path, CancellationToken cancellation = default) =>
        await WriteOnce.Read(_container.GetBlobClient(BlobPath.Checked(path)), cancellation) is { } found
            ? new PublicBlob(found.Content.ToArray(), found.Details.ContentType, found.Details.ETag.ToString("H"))
            : null;

    /// <summary>The blob as it stood at most five seconds ago, or null; what this process wrote is seen at once.</summary>
    public Task<PublicBlob?> FindRecent(string path, CancellationToken cancellation = default) =>
        _recent.Get(path, () => Find(path, CancellationToken.None), cancellation);
}

/// <summary>A published blob.</summary>
/// <param name="ETag">As in the HTTP header, quotes included.</param>
public sealed record PublicBlob(byte[] Content, string ContentType, string ETag);
