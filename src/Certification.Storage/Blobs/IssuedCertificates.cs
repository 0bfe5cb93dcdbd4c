using Azure.Storage.Blobs.Models;

namespace Certification.Storage.Blobs;

/// <summary>Signed certificates by number, private until they are published. Not trusted: whoever reads one verifies its
/// signature.</summary>
public sealed class IssuedCertificates(AuthorityStorage storage)
{
    private readonly Azure.Storage.Blobs.BlobContainerClient _container = storage.Container(StorageNames.IssuedContainer);

    /// <summary>Writes a signed certificate once. ECDSA gives other bytes at every signing, so whoever comes second (a
    /// retry, a late leader) must drop its own and go on with what this answers, after verifying it.</summary>
    /// <returns>The bytes that stand under this number for ever: those given, or the earlier ones.</returns>
    public Task<byte[]> PutOrAdopt(string number, byte[] xml, CancellationToken cancellation = default) =>
        WriteOnce.PutOrRead(
            _container.GetBlobClient(Name(number)), xml, new BlobHttpHeaders { ContentType = "application/xml" }, cancellation);

    /// <summary>The signed certificate of this number, or null.</summary>
    public async Task<byte[]?> Find(string number, CancellationToken cancellation = default) =>
        (await WriteOnce.Read(_container.GetBlobClient(Name(number)), cancellation))?.Content.ToArray();

    /// <summary>Writes a certificate's credential once; what is said of <see cref="PutOrAdopt"/> holds here too.</summary>
    public Task<byte[]> PutOrAdoptCredential(string number, byte[] credential, CancellationToken cancellation = default) =>
        WriteOnce.PutOrRead(
            _container.GetBlobClient(CredentialName(number)), credential, new BlobHttpHeaders { ContentType = "application/vc+jwt" }, cancellation);

    /// <summary>The credential of this number, or null.</summary>
    public async Task<byte[]?> FindCredential(string number, CancellationToken cancellation = default) =>
        (await WriteOnce.Read(_container.GetBlobClient(CredentialName(number)), cancellation))?.Content.ToArray();

    private static string CredentialName(string number) => $"{BlobPath.Segment(number)}.vc.jwt";

    private static string Name(string number) => $"{BlobPath.Segment(number)}.xml";
}
