using Certification.Domain.Certificates;
using Certification.Storage.Changes;
using Certification.Workflows.Activities.Certificates;
using Certification.Workflows.Activities.Log;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Lifecycle;

/// <summary>Makes status record and status list say what the certificate's record says, tells the certificates that rest on it, and reads
/// when something is next due.</summary>
public sealed class PublishStatus(
    CertificateFiles certificates, StatusListPublisher statusLists, StatusRecordPublisher statusRecords, UpstreamNews news,
    AuditHeads heads)
    : IActivity<WatchInput, WatchedCertificate>
{
    /// <inheritdoc/>
    public async Task<WatchedCertificate> Run(ActivityContext context, WatchInput input, CancellationToken cancellation)
    {
        var record = await certificates.Read(input.Number, cancellation);
        if (record is not { Status: { } status, Facts: { } facts })
        {
            throw new InvalidOperationException($"{input.Number} is watched but was never put in force.");
        }
        await statusRecords.Publish(record, cancellation);
        await statusLists.Publish(record.Pointer, status, cancellation);
        await heads.Enter(SubjectIds.Certificate(input.Number), cancellation);
        if (status is not (CertificateStatus.Valid or CertificateStatus.Superseded))
        {
            await news.Tell(input.Number, StatusEvents.Word(status), context.OperationId, cancellation);
        }
        return new WatchedCertificate(StatusEvents.Word(status), record.HasEnded, facts.RenewalDue, facts.NotAfter);
    }
}
