using Certification.Domain.Certificates;
using Certification.Storage.Audit;
using Certification.Workflows.Activities.Certificates;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Lifecycle;

/// <summary>Ends a certificate whose validity is over. The document says so itself; the directory now says it too.</summary>
public sealed class ExpireCertificate(CertificateFiles certificates, AuthorityProfile authority, TimeProvider clock)
    : IActivity<WatchInput, Done>
{
    /// <inheritdoc/>
    public async Task<Done> Run(ActivityContext context, WatchInput input, CancellationToken cancellation)
    {
        var at = clock.GetUtcNow();
        var changed = await certificates.Change(
            input.Number, context.OperationId,
            AuditEntry.Of(authority.Self, at, "certificate.expired", new { input.Number }),
            record => record.Facts?.NotAfter <= at ? record.Move(StatusMove.Expire, "Its validity is over.", at, StatusReasons.ValidityOver) : record,
            cancellation: cancellation);

        // Withdrawn or superseded in the same moment: it has ended already.
        return new Done(changed.Succeeded);
    }
}
