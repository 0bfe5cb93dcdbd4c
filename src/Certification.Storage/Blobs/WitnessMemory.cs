using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Certification.Domain;
using Certification.Signing.Log;

namespace Certification.Storage.Blobs;

/// <summary>The largest tree of each other log that this authority cosigned as a witness. Private. It is trusted not to forget: a
/// witness that forgets cosigns two histories.</summary>
public sealed class WitnessMemory(AuthorityStorage storage)
{
    private readonly BlobContainerClient _container = storage.Container(StorageNames.LogContainer);

    /// <summary>What is remembered of a log; null for nothing.</summary>
    public async Task<RememberedTree?> Find(string origin, CancellationToken cancellation = default) =>
        await WriteOnce.Read(Blob(origin), cancellation) is { } found && DomainJson.Read<Stored>(found.Content) is var stored
            ? new(new(stored.Size, Convert.FromBase64String(stored.Root)), found.Details.ETag.ToString("H"))
            : null;

    /// <summary>Remembers a larger tree in the place of the one that was read.</summary>
    /// <param name="version">Of what was read; null when there was nothing.</param>
    /// <returns>False when something else is remembered meanwhile; then nothing was written.</returns>
    public async Task<bool> Remember(Checkpoint checkpoint, string? version, CancellationToken cancellation = default)
    {
        var stored = new Stored(checkpoint.Origin, checkpoint.Size, Convert.ToBase64String(checkpoint.Root.Span));
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
            Conditions = version is null ? new() { IfNoneMatch = ETag.All } : new() { IfMatch = new ETag(version) },
        };
        try
        {
            await Blob(checkpoint.Origin).UploadAsync(BinaryData.FromBytes(DomainJson.Bytes(stored)), options, cancellation);
            return true;
        }
        catch (RequestFailedException lost) when (lost.Status is 404 or 409 or 412)
        {
            // The client repeats a request whose answer was lost, and then meets its own write.
            return await Find(checkpoint.Origin, cancellation) is { Tree: var tree } && tree.Size == checkpoint.Size
                && tree.Root.Span.SequenceEqual(checkpoint.Root.Span);
        }
    }

    private BlobClient Blob(string origin) => _container.GetBlobClient($"witnessed/{Sha256Digest.Of(Encoding.UTF8.GetBytes(origin)).Hex}");

    private sealed record Stored(string Origin, ulong Size, string Root);
}

/// <summary>A tree that was cosigned.</summary>
/// <param name="Version">Of the file that says so.</param>
public sealed record RememberedTree(WitnessedTree Tree, string Version);
