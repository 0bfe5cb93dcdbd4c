using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Certification.Domain;

namespace Certification.Storage.Blobs;

/// <summary>Values of one kind, each written once under the digest of its canonical JSON: large parts of a case, to which
/// subjects and histories refer by digest. Not trusted: what is read is checked against the digest.</summary>
/// <param name="folder">Keeps kinds apart, such as <c>reports</c>.</param>
public sealed class SealedJson<T>(AuthorityStorage storage, string folder)
    where T : class
{
    private readonly BlobContainerClient _container = storage.Container(StorageNames.DossiersContainer);

    /// <summary>Writes the value at its digest; one that is there already is the same. Idempotent.</summary>
    /// <exception cref="InvalidDataException">Something else stands there: storage was changed behind our back.</exception>
    public async Task<Sha256Digest> Seal(T value, CancellationToken cancellation = default)
    {
        var bytes = DomainJson.Bytes(value);
        var digest = Sha256Digest.Of(bytes);
        var headers = new BlobHttpHeaders { ContentType = "application/json" };
        Check(digest, await WriteOnce.PutOrRead(Blob(digest), bytes, headers, cancellation));
        return digest;
    }

    /// <summary>The value of this digest, or null.</summary>
    /// <exception cref="InvalidDataException">It was changed in storage.</exception>
    public async Task<T?> Find(Sha256Digest digest, CancellationToken cancellation = default) =>
        await FindText(digest, cancellation) is { } text ? DomainJson.Read<T>(text) : null;

    /// <summary>The very bytes that were sealed under this digest, or null: what others check the digest over.</summary>
    /// <exception cref="InvalidDataException">They were changed in storage.</exception>
    public async Task<byte[]?> FindText(Sha256Digest digest, CancellationToken cancellation = default)
    {
        if (await WriteOnce.Read(Blob(digest), cancellation) is not { } found) return null;
        Check(digest, found.Content);
        return found.Content.ToArray();
    }

    /// <summary>The value of this digest.</summary>
    /// <exception cref="InvalidDataException">It is not there, or was changed in storage.</exception>
    public async Task<T> Read(Sha256Digest digest, CancellationToken cancellation = default) =>
        await Find(digest, cancellation)
        ?? throw new InvalidDataException($"{folder}/{digest} was sealed and is not in storage.");

    private BlobClient Blob(Sha256Digest digest) => _container.GetBlobClient($"{folder}/{digest.Hex}.json");

    private void Check(Sha256Digest expected, ReadOnlyMemory<byte> stored)
    {
        var actual = Sha256Digest.Of(stored.Span);
        if (actual != expected)
        {
            throw new InvalidDataException($"{folder}/{expected} has the digest {actual}: it was changed in storage.");
        }
    }
}
