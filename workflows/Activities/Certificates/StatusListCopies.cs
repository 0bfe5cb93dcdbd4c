using System.Text;
using Certification.Signing.StatusLists;
using Certification.Signing.Trust;
using Certification.Storage.Blobs;

namespace Certification.Workflows.Activities.Certificates;

/// <summary>What is published beside a status list: the same entries as a CWT, for readers to whom size counts, and the day's first
/// list for good, by which anybody can say in years what held on that day.</summary>
public sealed class StatusListCopies(PublicBlobs blobs, SigningKeys keys, CurrentTrust trust)
{
    private const int MaxAttempts = 20;

    /// <summary>Publishes both of the list as it stands. Idempotent.</summary>
    /// <param name="path">Of the list as a JWT, which is published.</param>
    /// <param name="at">Now: the status key must be in force.</param>
    public async Task Publish(string path, DateTimeOffset at, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            // The copy that is replaced is read before the list: were the list changed meanwhile, either this write would meet that
            // other copy and fail, or the other writer would meet this one.
            var before = await blobs.Find(StatusPaths.Cwt(path), cancellation);
            var list = (await blobs.Find(path, cancellation))!;
            var token = StatusListToken.Open(Encoding.ASCII.GetString(list.Content), trust.Snapshot, at, out var fault)
                ?? throw new InvalidOperationException($"The published status list {path} is not ours: {fault!.Message}");
            var cwt = await StatusListCwt.SignAsync(
                token.Entries, token.Subject, token.IssuedAt, StatusListPublisher.Lifetime, StatusListPublisher.Refresh, keys.Status, cancellation);
            var written = await blobs.PutVersion(
                StatusPaths.Cwt(path), cwt, StatusListCwt.MediaType, before?.ETag, StatusListPublisher.Refresh, cancellation);
            if (!written.Succeeded) continue;

            // Only the day's first stays: that another stands there is how it should be.
            await blobs.PutOnce(StatusPaths.OfDay(path, token.IssuedAt), list.Content, StatusListToken.MediaType, cancellation);
            return;
        }
        throw new InvalidOperationException($"The copies of {path} were changed by others {MaxAttempts} times in a row.");
    }
}
