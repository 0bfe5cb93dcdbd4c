using Certification.Domain;
using Certification.Domain.Submissions;

namespace Certification.Storage.Blobs;

/// <summary>Sealed dossier versions, each under its digest. Not trusted: what is read is checked against the digest.</summary>
public sealed class DossierBlobs(AuthorityStorage storage)
{
    private readonly SealedJson<Dossier> _dossiers = new(storage, "dossiers");

    /// <summary>Writes the manifest at its digest; one that is there already is the same. Idempotent.</summary>
    /// <returns>The dossier's id.</returns>
    /// <exception cref="InvalidDataException">Something else stands there: storage was changed behind our back.</exception>
    public Task<Sha256Digest> Seal(Dossier dossier, CancellationToken cancellation = default) =>
        _dossiers.Seal(dossier, cancellation);

    /// <summary>The dossier of this id, or null.</summary>
    /// <exception cref="InvalidDataException">The stored manifest has another digest.</exception>
    public Task<Dossier?> Find(Sha256Digest digest, CancellationToken cancellation = default) =>
        _dossiers.Find(digest, cancellation);

    /// <summary>The very bytes that were sealed under this id, or null.</summary>
    /// <exception cref="InvalidDataException">They were changed in storage.</exception>
    public Task<byte[]?> FindText(Sha256Digest digest, CancellationToken cancellation = default) =>
        _dossiers.FindText(digest, cancellation);

    /// <summary>The dossier of a case, whose digest the case has recorded.</summary>
    /// <exception cref="InvalidDataException">It is not there, or was changed in storage.</exception>
    public Task<Dossier> Read(Sha256Digest digest, CancellationToken cancellation = default) =>
        _dossiers.Read(digest, cancellation);
}
