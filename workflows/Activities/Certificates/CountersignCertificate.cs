using System.Text;
using Certification.Domain.Certificates;
using Certification.Signing.PostQuantum;
using Certification.Storage.Audit;
using Certification.Storage.Blobs;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Certificates;

/// <summary>Publishes a post-quantum signature beside the place of a certificate, where the authority has a key for it. Signing is
/// deterministic, so that a retry publishes the same bytes.</summary>
public sealed class CountersignCertificate(
    CertificateFiles certificates, PublicBlobs blobs, Countersigning countersigning, AuthorityProfile authority, TimeProvider clock)
    : IActivity<DraftInput, Done>
{
    /// <summary>Where a certificate's second signature is published.</summary>
    public static string PathOf(string number) => $"certificates/{number}.mldsa.jws";

    /// <inheritdoc/>
    public async Task<Done> Run(ActivityContext context, DraftInput input, CancellationToken cancellation)
    {
        if (countersigning.Key is not { } key) return new Done(false);
        var digest = (await certificates.Read(input.Number, cancellation)).CertificateDigest!.Value;
        var second = Encoding.ASCII.GetBytes(SecondSignature.Sign(CertificateNumber.Parse(input.Number), digest, key));
        var put = await blobs.PutOnce(PathOf(input.Number), second, SecondSignature.MediaType, cancellation);
        if (!put.Succeeded) throw new InvalidOperationException(put.Refusal.Message);
        var changed = await certificates.Change(
            input.Number, context.OperationId,
            AuditEntry.Of(authority.Self, clock.GetUtcNow(), "certificate.countersigned", new { Certificate = digest, Key = key.Public.Id }),
            record => record, cancellation: cancellation);
        return changed.Succeeded ? new Done(true) : throw new InvalidOperationException(changed.Refusal.Message);
    }
}

/// <summary>The key of second signatures.</summary>
/// <param name="Key">Null when the authority makes none.</param>
public sealed record Countersigning(SecondSigningKey? Key);
