using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Domain.Submissions;
using Certification.Storage.Audit;
using Certification.Storage.Blobs;
using Certification.Workflows.Activities.Submissions;
using Certification.Workflows.Outbox;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Certificates;

/// <summary>Publishes the file, closes the case as certified, begins to watch the certificate, and ends the one that it
/// renews.</summary>
public sealed class PublishCertificate(
    CaseFiles cases, CertificateFiles certificates, IssuedCertificates issued, PublicBlobs blobs, AuthorityProfile authority,
    TimeProvider clock) : IActivity<DraftInput, Done>
{
    /// <summary>Where a certificate's file is published.</summary>
    public static string PathOf(string number) => $"certificates/{number}.xml";

    /// <inheritdoc/>
    public async Task<Done> Run(ActivityContext context, DraftInput input, CancellationToken cancellation)
    {
        var record = await certificates.Read(input.Number, cancellation);
        var file = await issued.Find(input.Number, cancellation)
            ?? throw new InvalidOperationException($"The signed file of {input.Number} is not in storage.");
        var published = await blobs.PutOnce(PathOf(input.Number), file, "application/xml", cancellation);
        if (!published.Succeeded) throw new InvalidOperationException(published.Refusal.Message);

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
        return new Done(true);
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
