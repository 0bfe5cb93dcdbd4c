using System.Text;
using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Domain.Lifecycle;
using Certification.Domain.Submissions;
using Certification.Signing.Credentials;
using Certification.Signing.Log;
using Certification.Storage.Audit;
using Certification.Storage.Blobs;
using Certification.Storage.Changes;
using Certification.Workflows.Activities.Log;
using Certification.Workflows.Activities.Submissions;
using Certification.Workflows.Outbox;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Certificates;

/// <summary>Publishes the files beside the proof that the certificate is in the log, closes the case as certified, begins to watch the
/// certificate, and ends the one that it renews.</summary>
public sealed class PublishCertificate(
    CaseFiles cases, CertificateFiles certificates, IssuedCertificates issued, AuthorityLog log, AuditHeads heads, PublicBlobs blobs,
    AuthorityProfile authority, TimeProvider clock) : IActivity<DraftInput, Done>
{
    /// <summary>Where a certificate's file is published.</summary>
    public static string PathOf(string number) => $"certificates/{number}.xml";

    /// <summary>Where the proof is published that it was in the log before it was published. A fresher one, which witnesses have
    /// cosigned, is <c>GET /v1/certificates/{number}/log-proof</c>.</summary>
    public static string ProofPathOf(string number) => $"certificates/{number}{LogProof.FileExtension}";

    /// <summary>Where its credential is published, if it has one.</summary>
    public static string CredentialPathOf(string number) => $"certificates/{number}{VerifiableCredential.FileExtension}";

    /// <inheritdoc/>
    public async Task<Done> Run(ActivityContext context, DraftInput input, CancellationToken cancellation)
    {
        var record = await certificates.Read(input.Number, cancellation);
        var file = await issued.Find(input.Number, cancellation)
            ?? throw new InvalidOperationException($"The signed file of {input.Number} is not in storage.");
        await PublishProof(record, cancellation);
        var published = await blobs.PutOnce(PathOf(input.Number), file, "application/xml", cancellation);
        if (!published.Succeeded) throw new InvalidOperationException(published.Refusal.Message);
        await PublishCredential(input.Number, cancellation);

        var at = clock.GetUtcNow();
        var entry = AuditEntry.Of(
            authority.Self, at, "certificate.published", new { input.Number, Certificate = record.CertificateDigest });
        var closed = await cases.Change(
            record.SubmissionId, context.OperationId, entry,
            submission => submission.MoveTo(SubmissionStatus.Certified),
            _ => [WorkflowOutbox.Start(WorkflowNames.WatchCertificate, WorkflowNames.WatchId(input.Number), new WatchInput(input.Number))],
            cancellation: cancellation);
        if (!closed.Succeeded) throw new InvalidOperationException(closed.Refusal.Message);

        if (closed.Value.State.Declaration.Renews is { } renewed)
        {
            await Supersede(context, renewed, record.Number, at, cancellation);
        }
        await heads.Enter(SubjectIds.Submission(record.SubmissionId), cancellation);
        return new Done(true);
    }

    private async Task PublishProof(CertificateRecord record, CancellationToken cancellation)
    {
        var proof = await log.Enter(LogEntry.Of(record.Number, record.CertificateDigest!.Value), cancellation);
        var path = ProofPathOf(record.Number.Text);
        // The checkpoint goes on growing: the proof of an earlier attempt is as good, and stays.
        if (await blobs.Find(path, cancellation) is not null) return;
        await blobs.PutOnce(path, Encoding.UTF8.GetBytes(proof.ToString()), "text/plain; charset=utf-8", cancellation);
    }

    private async Task PublishCredential(string number, CancellationToken cancellation)
    {
        if (await issued.FindCredential(number, cancellation) is not { } credential) return;
        var published = await blobs.PutOnce(CredentialPathOf(number), credential, VerifiableCredential.MediaType, cancellation);
        if (!published.Succeeded) throw new InvalidOperationException(published.Refusal.Message);
    }

    private async Task Supersede(
        ActivityContext context, string renewed, CertificateNumber successor, DateTimeOffset at, CancellationToken cancellation)
    {
        var changed = await certificates.Change(
            renewed, context.OperationId,
            AuditEntry.Of(authority.Self, at, "certificate.superseded", new { Successor = successor }),
            record => record.Move(StatusMove.Supersede, $"Renewed by {successor}.", at, StatusReasons.Renewed, successor),
            record => [StatusEvents.Changed(record, context.OperationId)],
            cancellation: cancellation);

        // One that was withdrawn or ran out meanwhile has ended already; there is nothing left to supersede.
        if (changed.Refusal is { Code: not "certificate.move-not-allowed" } refusal)
        {
            throw new InvalidOperationException(refusal.Message);
        }
    }
}
