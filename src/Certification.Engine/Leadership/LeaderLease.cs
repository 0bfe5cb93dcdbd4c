using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Certification.Engine.Leadership;

/// <summary>The blob lease that makes one node the leader. Its blob's metadata carry the epoch, increased at every
/// acquisition.</summary>
internal sealed class LeaderLease(BlobContainerClient container, string leaseId, TimeSpan duration)
{
    private const string EpochKey = "epoch";

    private readonly BlobClient _blob = container.GetBlobClient("lease");

    /// <summary>Takes the lease if it is free, or this node's own from before a restart.</summary>
    /// <returns>The term that begins; null while another node leads.</returns>
    public async Task<LeadershipTerm?> TryAcquire(CancellationToken cancellation)
    {
        var term = new LeadershipTerm(duration);
        try
        {
            await Client.AcquireAsync(duration, cancellationToken: cancellation);
        }
        catch (RequestFailedException held) when (held.Status is 409 or 412)
        {
            return null;
        }
        catch (RequestFailedException absent) when (absent.Status == 404)
        {
            await CreateBlob(cancellation);
            return null;
        }

        term.Begin(await NextEpoch(cancellation));
        return term;
    }

    /// <summary>Prolongs the lease.</summary>
    /// <returns>False when another node has it.</returns>
    public async Task<bool> TryRenew(LeadershipTerm term, CancellationToken cancellation)
    {
        var asked = LeadershipTerm.Tick;
        try
        {
            await Client.RenewAsync(cancellationToken: cancellation);
        }
        catch (RequestFailedException lost) when (lost.Status is 404 or 409 or 412)
        {
            return false;
        }

        term.ProlongFrom(asked);
        return true;
    }

    /// <summary>Gives the lease up, so that a standby need not wait for it to lapse.</summary>
    public async Task Release(CancellationToken cancellation)
    {
        try
        {
            await Client.ReleaseAsync(cancellationToken: cancellation);
        }
        catch (RequestFailedException notOurs) when (notOurs.Status is 404 or 409 or 412)
        {
            // It has lapsed or is another's by now: there is nothing to give up.
        }
    }

    private BlobLeaseClient Client => _blob.GetBlobLeaseClient(leaseId);

    private async Task<long> NextEpoch(CancellationToken cancellation)
    {
        var held = new BlobRequestConditions { LeaseId = leaseId };
        var properties = await _blob.GetPropertiesAsync(held, cancellation);
        var epoch = properties.Value.Metadata.TryGetValue(EpochKey, out var last)
            ? long.Parse(last, CultureInfo.InvariantCulture) + 1 : 1;
        var metadata = new Dictionary<string, string> { [EpochKey] = epoch.ToString(CultureInfo.InvariantCulture) };
        await _blob.SetMetadataAsync(metadata, held, cancellation);
        return epoch;
    }

    private async Task CreateBlob(CancellationToken cancellation)
    {
        try
        {
            var onlyIfAbsent = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
            await _blob.UploadAsync(BinaryData.FromString(""), onlyIfAbsent, cancellation);
        }
        catch (RequestFailedException already) when (already.Status is 409 or 412)
        {
            // Another node was first; both now try for the lease.
        }
    }
}
