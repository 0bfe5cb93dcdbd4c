using System.Text;
using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Domain.Rulebooks;
using Certification.Signing.Bundles;
using Certification.Signing.Log;
using Certification.Signing.StatusLists;
using Certification.Signing.Trust;
using Certification.Signing.Verification;
using Certification.Storage.Blobs;
using Certification.Workflows.Activities;
using Certification.Workflows.Activities.Certificates;
using Certification.Workflows.Activities.Log;
using Certification.Workflows.Activities.Rulebooks;

namespace Certification.Web.Certificates;

/// <summary>Puts together what is published about a certificate of ours, as it stands now. Nothing is signed for it: whoever mirrors
/// our public files and our log can make the same bundle.</summary>
public sealed class CertificateBundles(PublicBlobs blobs, AuthorityLog log, CurrentTrust trust, AuthorityProfile authority)
{
    /// <summary>The bundle of a published certificate; null when none is published under the number.</summary>
    public async Task<CertificateBundle?> Make(CertificateNumber number, CancellationToken cancellation)
    {
        var file = await Find(PublishCertificate.PathOf(number.Text), cancellation);
        var check = file is null ? null : CertificateVerifier.Check(file, thumbprint => trust.Snapshot.Find(ServiceKind.Issuing, thumbprint)?.Key);
        if (check is not { Certificate: { } certificate, CanonicalDigest: { } digest }) return null;

        var list = certificate.Content.Status.List;
        var rulebook = certificate.Content.Rulebook;
        return new CertificateBundle(
            CertificateBundle.CurrentFormat,
            Encoding.UTF8.GetString(file!),
            await Text("trust/trust-list.jws", cancellation),
            list.StartsWith($"{authority.PublicUrl}/", StringComparison.Ordinal) ? await Text(list[(authority.PublicUrl.Length + 1)..], cancellation) : null,
            StatusRecord: await Text(StatusPaths.Record(number), cancellation),
            LogProof: await log.Proof(LogEntry.Of(number, digest), cancellation),
            Rulebook: await Text(RulebookPublication.PathOf(new RulebookReference(rulebook.Id, rulebook.Version, rulebook.Digest)), cancellation),
            TimeStamp: await Find(StampCertificate.PathOf(number.Text), cancellation));
    }

    private async Task<byte[]?> Find(string path, CancellationToken cancellation) => (await blobs.Find(path, cancellation))?.Content;

    private async Task<string?> Text(string path, CancellationToken cancellation) =>
        await Find(path, cancellation) is { } content ? Encoding.UTF8.GetString(content) : null;
}
