using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Certification.Domain;

namespace Certification.Storage.Blobs;

/// <summary>Where an entry stands in the authority's log.</summary>
/// <param name="From">Size of the log before the entry was appended: a look for it begins there.</param>
/// <param name="Index">Its index; null while nobody knows whether it was appended.</param>
public sealed record LogPlace(ulong From, ulong? Index = null);

/// <summary>Remembers by an entry's digest where it stands, so that a retry finds what was appended before a kill. Private; not
/// trusted: whoever gives a proof out has it checked.</summary>
public sealed class LogPlaces(AuthorityStorage storage)
{
    private static readonly BlobHttpHeaders Headers = new() { ContentType = "application/json" };
    private readonly BlobContainerClient _container = storage.Container(StorageNames.LogContainer);

    /// <summary>What is remembered of an entry; null for nothing.</summary>
    /// <param name="entry">SHA-256 of the entry's bytes.</param>
    public async Task<LogPlace?> Find(Sha256Digest entry, CancellationToken cancellation = default) =>
        (await Read(entry, cancellation))?.Place;

    /// <summary>Writes down that an entry is about to be appended, unless that or more is written down already.</summary>
    /// <param name="from">Size that the log has at least; the entry is not in it before.</param>
    public async Task Begin(Sha256Digest entry, ulong from, CancellationToken cancellation = default) =>
        await WriteOnce.PutOrRead(Blob(entry), DomainJson.Bytes(new LogPlace(from)), Headers, cancellation);

    /// <summary>Writes down where the entry stands. The first index stays: appended twice, an entry has two.</summary>
    /// <returns>The index that is written down now.</returns>
    public async Task<ulong> Settle(Sha256Digest entry, ulong index, CancellationToken cancellation = default)
    {
        while (true)
        {
            var stored = await Read(entry, cancellation)
                ?? throw new InvalidDataException($"The entry {entry} of the log was begun, and storage has forgotten it.");
            if (stored.Place.Index is { } settled)
            {
                return settled;
            }

            await TryReplace(entry, stored.Place with { Index = index }, stored.Version, cancellation);
        }
    }

    private async Task TryReplace(Sha256Digest entry, LogPlace place, ETag version, CancellationToken cancellation)
    {
        var options = new BlobUploadOptions { HttpHeaders = Headers, Conditions = new() { IfMatch = version } };
        try
        {
            await Blob(entry).UploadAsync(BinaryData.FromBytes(DomainJson.Bytes(place)), options, cancellation);
        }
        catch (RequestFailedException lost) when (lost.Status == 412)
        {
            // Somebody else settled it; the caller reads again.
        }
    }

    private async Task<(LogPlace Place, ETag Version)?> Read(Sha256Digest entry, CancellationToken cancellation) =>
        await WriteOnce.Read(Blob(entry), cancellation) is { } found
            ? (DomainJson.Read<LogPlace>(found.Content), found.Details.ETag)
            : null;

    private BlobClient Blob(Sha256Digest entry) => _container.GetBlobClient($"entries/{entry.Hex}");
}
