using Certification.Domain.Certificates;
using Certification.Storage.Audit;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Certificates;

/// <summary>Puts a signed certificate in force: first its status entry, which anybody can look up, then its record.</summary>
public sealed class EnterStatus(
    CertificateFiles certificates, StatusListPublisher statusLists, AuthorityProfile authority, TimeProvider clock)
    : IActivity<DraftInput, Done>
{
    /// <inheritdoc/>
    public async Task<Done> Run(ActivityContext context, DraftInput input, CancellationToken cancellation)
    {
        var record = await certificates.Read(input.Number, cancellation);
        await statusLists.Publish(record.Pointer, record.Status ?? CertificateStatus.Valid, cancellation);

        var at = clock.GetUtcNow();
        var changed = await certificates.Change(
            input.Number, context.OperationId,
            AuditEntry.Of(authority.Self, at, "certificate.in-force", new { Certificate = record.CertificateDigest, record.Pointer }),
            current => current.EnterForce(at),
            cancellation: cancellation);
        return changed.Succeeded ? new Done(true) : throw new InvalidOperationException(changed.Refusal.Message);
    }
}
