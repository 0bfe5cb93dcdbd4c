using Certification.Domain.Certificates;
using Certification.Signing.Trust;
using Certification.Signing.Verification;

namespace Certification.Workflows.Activities.Recognition;

/// <summary>Fetches another authority's certificate with its status and the proof that it is in the issuer's log, and verifies it
/// against our own trust list.</summary>
public sealed class ForeignCertificates(IPeerAuthorities peers, CurrentTrust current)
{
    /// <summary>How old a status list we accept: our policy, not the issuer's.</summary>
    public static readonly TimeSpan MaxStatusAge = TimeSpan.FromHours(48);

    /// <summary>The verdict on the document as it is published now.</summary>
    /// <param name="input">With <see cref="JudgeInput.IssuerUnreachable"/> nothing is fetched, which makes the answer undetermined.</param>
    /// <exception cref="PeerUnreachableException">The issuer did not answer as it should.</exception>
    public async Task<VerificationResult> Verify(JudgeInput input, DateTimeOffset at, CancellationToken cancellation)
    {
        var trust = current.Snapshot;
        var file = input.IssuerUnreachable ? null : await peers.FetchCertificate(input.Issuer, input.Number, cancellation);
        if (file is null) return MissingDocument.Of(input, at, trust.Digest);

        var withoutStatus = new VerificationInputs(trust, null, at, MaxStatusAge);
        var first = CertificateVerification.Verify(file, withoutStatus);
        if (first.Certificate is not { } certificate) return first;
        if (certificate.Number.Text != input.Number || certificate.Content.Issuer.Code != input.Issuer)
        {
            return MissingDocument.Another(input, certificate.Number.Text, at, trust.Digest);
        }
        return CertificateVerification.Verify(file, withoutStatus with
        {
            StatusList = await peers.FetchStatusList(input.Issuer, certificate.Content.Status.List, cancellation),
            StatusRecord = await peers.FetchStatusRecord(input.Issuer, certificate.Number, cancellation),
            Log = await InLog(trust, certificate.Number, at, cancellation),
        });
    }

    /// <summary>The proof that the issuer's own log holds the certificate; null where the trust list names no log of the issuer. An issuer
    /// that has one shows every certificate to everybody, or it is not recognised.</summary>
    private async Task<LogEvidence?> InLog(TrustStore trust, CertificateNumber number, DateTimeOffset at, CancellationToken cancellation)
    {
        if (trust.Authority(number.Authority) is not { } issuer || (issuer.Log is null && issuer.Services.All(service => service.Kind != ServiceKind.Log)))
        {
            return null;
        }

        var (known, origin) = (trust.Logs(0, at), issuer.Log?.Origin ?? TrustedLog.OriginOf(issuer.Api));
        return new(
            known with { LogKeys = [.. known.LogKeys.Where(key => key.Name == origin)] },
            await peers.FetchLogProof(issuer.Code, number, cancellation));
    }
}
