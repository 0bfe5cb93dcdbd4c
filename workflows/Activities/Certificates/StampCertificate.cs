using Certification.Domain;
using Certification.Signing.TimeStamps;
using Certification.Storage.Audit;
using Certification.Storage.Blobs;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Certificates;

/// <summary>Gets a time-stamp over a signed certificate's canonical digest and publishes it beside the place of the certificate,
/// written once: of two attempts the first one's token stays. Does nothing where no time-stamping authority is configured.</summary>
public sealed class StampCertificate(
    CertificateFiles certificates, PublicBlobs blobs, ITimeStampAuthority stamps, AuthorityProfile authority, TimeProvider clock)
    : IActivity<DraftInput, Done>
{
    /// <summary>CMS (RFC 7193): what is published is the token, without the answer around it.</summary>
    private const string MediaType = "application/cms";

    /// <summary>Where a certificate's time-stamp is published.</summary>
    public static string PathOf(string number) => $"certificates/{number}.tsr";

    /// <inheritdoc/>
    public async Task<Done> Run(ActivityContext context, DraftInput input, CancellationToken cancellation)
    {
        if (stamps.Roots.Count == 0) return new Done(false);
        var digest = (await certificates.Read(input.Number, cancellation)).CertificateDigest!.Value;
        var path = PathOf(input.Number);
        var token = (await blobs.Find(path, cancellation))?.Content ?? await Published(path, digest, cancellation);
        var stampedAt = new TimeStampEvidence(stamps.Roots, token).ExistedAt(digest, out var fault)
            ?? throw new InvalidOperationException($"What is published as {path} is no time-stamp of {digest}: {fault!.Message}");
        var changed = await certificates.Change(
            input.Number, context.OperationId,
            AuditEntry.Of(
                authority.Self, clock.GetUtcNow(), "certificate.time-stamped",
                new { Certificate = digest, TimeStamp = Sha256Digest.Of(token), StampedAt = stampedAt }),
            record => record, cancellation: cancellation);
        return changed.Succeeded ? new Done(true) : throw new InvalidOperationException(changed.Refusal.Message);
    }

    private async Task<byte[]> Published(string path, Sha256Digest digest, CancellationToken cancellation)
    {
        var token = await stamps.Stamp(digest, cancellation);
        var put = await blobs.PutOnce(path, token, MediaType, cancellation);
        // Another attempt was faster; the next one adopts what that left.
        return put.Succeeded ? token : throw new NoTimeStampException(new(put.Refusal.Code, put.Refusal.Message));
    }
}

/// <summary>Notes in the certificate's audit chain that it was issued without a time-stamp, because none was to be had.</summary>
public sealed class RecordNoTimeStamp(CertificateFiles certificates, AuthorityProfile authority, TimeProvider clock) : IActivity<NoTimeStamp, Done>
{
    /// <inheritdoc/>
    public async Task<Done> Run(ActivityContext context, NoTimeStamp input, CancellationToken cancellation)
    {
        var changed = await certificates.Change(
            input.Number, context.OperationId,
            AuditEntry.Of(authority.Self, clock.GetUtcNow(), "certificate.not-time-stamped", new { input.Why }),
            record => record, cancellation: cancellation);
        return changed.Succeeded ? new Done(true) : throw new InvalidOperationException(changed.Refusal.Message);
    }
}
