using Azure.Storage.Blobs.Models;
using Certification.Domain;
using Certification.Domain.Submissions;

namespace Certification.Storage.Blobs;

/// <summary>Sealed dossier versions, each under its digest. Not trusted: what is read is checked against the digest.</summary>
public sealed class DossierBlobs(AuthorityStorage storage)
{
    private readonly Azure.Storage.Blobs.BlobContainerClient _container = storage.Container(StorageNames.DossiersContainer);

    /// <summary>Writes the manifest at its digest; one that is there already is the same. Idempotent.</summary>
    /// <returns>The dossier's id.</returns>
    /// <exception cref="InvalidDataException">Something else stands there: storage was changed behind our back.</exception>
    public async Task<Sha256Digest> Seal(Dossier dossier, CancellationToken cancellation = default)
    {
        var bytes = DomainJson.Bytes(dossier);
        var digest = Sha256Digest.Of(bytes);
        var headers = new BlobHttpHeaders { ContentType = "application/json" };
        var stored = await WriteOnce.PutOrRead(_container.GetBlobClient(Name(digest)), bytes, headers, cancellation);
        Check(digest, stored);
        return digest;
    }

    /// <summary>The dossier of this id, or null.</summary>
    /// <exception cref="InvalidDataException">The stored manifest has another digest.</exception>
    public async Task<Dossier?> Find(Sha256Digest digest, CancellationToken cancellation = default)
    {
        if (await WriteOnce.Read(_container.GetBlobClient(Name(digest)), cancellation) is not { } found)
        {
            return null;
        }

        Check(digest, found.Content);
        return DomainJson.Read<Dossier>(found.Content);
    }

    private static string Name(Sha256Digest digest) => $"{digest.Hex}.json";

    private static void Check(Sha256Digest expected, ReadOnlyMemory<byte> stored)
    {
        var actual = Sha256Digest.Of(stored.Span);
        if (actual != expected)
        {
            throw new InvalidDataException($"The dossier stored at {expected} has the digest {actual}: it was changed in storage.");
        }
    }
}
