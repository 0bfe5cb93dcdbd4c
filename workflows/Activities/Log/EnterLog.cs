using Certification.Signing.Log;
using Certification.Workflows.Activities.Certificates;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Log;

/// <summary>Enters a signed certificate into the log, before its status can be looked up and before anybody can see it: a certificate
/// that is shown around and is in no log was never issued.</summary>
public sealed class EnterLog(CertificateFiles certificates, AuthorityLog log) : IActivity<DraftInput, Done>
{
    /// <inheritdoc/>
    public async Task<Done> Run(ActivityContext context, DraftInput input, CancellationToken cancellation)
    {
        var record = await certificates.Read(input.Number, cancellation);
        await log.Enter(LogEntry.Of(record.Number, record.CertificateDigest!.Value), cancellation);
        return new Done(true);
    }
}
