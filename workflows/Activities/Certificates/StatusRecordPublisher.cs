using System.Text;
using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Domain.Lifecycle;
using Certification.Signing.Log;
using Certification.Signing.StatusLists;
using Certification.Signing.Trust;
using Certification.Storage.Blobs;
using Certification.Workflows.Activities.Log;

namespace Certification.Workflows.Activities.Certificates;

/// <summary>Publishes what a certificate's record says of its life: one signed file for each step, never changed after, and a copy of
/// the latest under the number alone. A step's record tells of all steps before it too, so that the latest answers for the past. It
/// enters the log before anybody can see it.</summary>
public sealed class StatusRecordPublisher(PublicBlobs blobs, AuthorityLog log, SigningKeys keys, CurrentTrust trust, AuthorityProfile authority)
{
    private const int MaxAttempts = 20;

    /// <summary>Publishes every step that is not yet published. Idempotent: ECDSA gives other bytes each time, so what an earlier
    /// attempt published is verified and stays.</summary>
    public async Task Publish(CertificateRecord record, CancellationToken cancellation)
    {
        var steps = record.History ?? [];
        for (var count = 1; count <= steps.Count; count++)
        {
            var signed = await PublishStep(Told(record, steps, count), count, cancellation);
            if (count == steps.Count) await PublishLatest(record.Number, signed, count, cancellation);
        }
    }

    // Nothing in it depends on when or how often it is signed: the same step always gives the same payload, and so one log entry.
    private StatusRecord Told(CertificateRecord record, IReadOnlyList<StatusStep> steps, int count)
    {
        var step = steps[count - 1];
        return new(
            authority.Code, record.Number, record.CertificateDigest!.Value, step.Status, step.Since, step.Reason, step.Successor, step.Since,
            [.. steps.Take(count - 1)]);
    }

    private async Task<byte[]> PublishStep(StatusRecord told, int step, CancellationToken cancellation)
    {
        // The proof comes last: where it stands, the step has its entry and its file.
        var proofPath = StatusPaths.Proof(told.Number, step);
        if (await blobs.Find(proofPath, cancellation) is not null) return await Signed(told, step, cancellation);

        var proof = await log.Enter(LogEntry.Of(told), cancellation);
        var signed = await Signed(told, step, cancellation);
        await blobs.PutOnce(proofPath, Encoding.UTF8.GetBytes(proof.ToString()), "text/plain; charset=utf-8", cancellation);
        return signed;
    }

    private async Task<byte[]> Signed(StatusRecord told, int step, CancellationToken cancellation)
    {
        var path = StatusPaths.Record(told.Number, step);
        if (await blobs.Find(path, cancellation) is { } before) return Adopted(before, told, path);

        var signed = Encoding.ASCII.GetBytes(await StatusRecord.SignAsync(told, keys.Status, cancellation));
        var put = await blobs.PutOnce(path, signed, StatusRecord.MediaType, cancellation);
        // Another attempt may have signed meanwhile, and its signature is as good as ours.
        return put.Succeeded ? signed : Adopted((await blobs.Find(path, cancellation))!, told, path);
    }

    private byte[] Adopted(PublicBlob published, StatusRecord told, string path) =>
        Opened(published, told.IssuedAt) is { } opened && opened.Digest == DigestOf(told)
            ? published.Content
            : throw new InvalidOperationException($"What is published as {path} is not our record of {told.Number}. Storage was tampered with.");

    private static Sha256Digest DigestOf(StatusRecord told) => Sha256Digest.Of(DomainJson.Bytes(told));

    // A slow attempt may come after the next step's: the latest record is never replaced by an earlier one.
    private async Task PublishLatest(CertificateNumber number, byte[] signed, int step, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var current = await blobs.Find(StatusPaths.Record(number), cancellation);
            if (current is not null && Opened(current, DateTimeOffset.MinValue)?.Record.Steps.Count >= step) return;
            var written = await blobs.PutVersion(
                StatusPaths.Record(number), signed, StatusRecord.MediaType, current?.ETag, StatusListPublisher.Refresh, cancellation);
            if (written.Succeeded) return;
        }
        throw new InvalidOperationException($"The status record of {number} was changed by others {MaxAttempts} times in a row.");
    }

    private OpenedStatusRecord? Opened(PublicBlob blob, DateTimeOffset at) =>
        StatusRecord.Open(Encoding.ASCII.GetString(blob.Content), trust.Snapshot, at, out _);
}
