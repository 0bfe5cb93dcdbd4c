using System.Text;
using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Domain.Lifecycle;
using Certification.Signing.Keys;
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
            var told = Told(record, steps, count);
            await PublishStep(told, cancellation);
            if (count == steps.Count) await PublishLatest(told, cancellation);
        }
    }

    // Nothing in it depends on when or how often it is signed: the same step always gives the same payload, and so one log entry. Only
    // where the status key is younger than the step, because it followed another meanwhile, the record is as young as the key.
    private StatusRecord Told(CertificateRecord record, IReadOnlyList<StatusStep> steps, int count)
    {
        var step = steps[count - 1];
        var since = trust.Snapshot.Find(ServiceKind.Status, VerificationKey.ThumbprintOf(keys.Status.Certificate))?.From ?? step.Since;
        return new(
            authority.Code, record.Number, record.CertificateDigest!.Value, step.Status, step.Since, step.Reason, step.Successor,
            since > step.Since ? since : step.Since, [.. steps.Take(count - 1)]);
    }

    private async Task PublishStep(StatusRecord told, CancellationToken cancellation)
    {
        // The proof comes last: where it stands, the step has its entry and its file.
        var step = told.Steps.Count;
        var (path, proofPath) = (StatusPaths.Record(told.Number, step), StatusPaths.Proof(told.Number, step));
        if (await blobs.Find(proofPath, cancellation) is not null) return;

        var before = await blobs.Find(path, cancellation);
        var proof = await log.Enter(LogEntry.Of(before is null ? told : Adopted(before, told, path)), cancellation);
        if (before is null)
        {
            var put = await blobs.PutOnce(path, await Signed(told, cancellation), StatusRecord.MediaType, cancellation);
            // Another attempt may have signed meanwhile, and its signature is as good as ours.
            if (!put.Succeeded) Adopted((await blobs.Find(path, cancellation))!, told, path);
        }
        await blobs.PutOnce(proofPath, Encoding.UTF8.GetBytes(proof.ToString()), "text/plain; charset=utf-8", cancellation);
    }

    // A slow attempt may come after the next step's: the latest record is never replaced by an earlier one.
    private async Task PublishLatest(StatusRecord told, CancellationToken cancellation)
    {
        var (path, step) = (StatusPaths.Record(told.Number), told.Steps.Count);
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var current = await blobs.Find(path, cancellation);
            if (current is not null && Opened(current)?.Steps.Count >= step) return;
            var written = await blobs.PutVersion(
                path, await Copy(told, cancellation), StatusRecord.MediaType, current?.ETag, StatusListPublisher.Refresh, cancellation);
            if (written.Succeeded) return;
        }
        throw new InvalidOperationException($"The status record of {told.Number} was changed by others {MaxAttempts} times in a row.");
    }

    // The file of the step, unless the key that signed it is compromised: then the same words under the key of today.
    private async Task<byte[]> Copy(StatusRecord told, CancellationToken cancellation)
    {
        var file = await blobs.Find(StatusPaths.Record(told.Number, told.Steps.Count), cancellation);
        if (file is not null && Opened(file) is not null) return file.Content;
        await log.Enter(LogEntry.Of(told), cancellation);
        return await Signed(told, cancellation);
    }

    private async Task<byte[]> Signed(StatusRecord told, CancellationToken cancellation) =>
        Encoding.ASCII.GetBytes(await StatusRecord.SignAsync(told, keys.Status, cancellation));

    private StatusRecord Adopted(PublicBlob published, StatusRecord told, string path) =>
        Opened(published) is { } opened && DigestOf(opened with { IssuedAt = told.IssuedAt }) == DigestOf(told)
            ? opened
            : throw new InvalidOperationException($"What is published as {path} is not our record of {told.Number}. Storage was tampered with.");

    private static Sha256Digest DigestOf(StatusRecord told) => Sha256Digest.Of(DomainJson.Bytes(told));

    private StatusRecord? Opened(PublicBlob blob) => StatusRecord.Open(Encoding.ASCII.GetString(blob.Content), trust.Snapshot, out _)?.Record;
}
