using System.Text;
using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.Bundles;
using Certification.Signing.Credentials;
using Certification.Signing.Log;
using Certification.Signing.StatusLists;
using Certification.Signing.Trust;
using Certification.Signing.Verification;
using Certification.Storage;
using Certification.Storage.Blobs;
using Certification.Workflows.Activities;
using Certification.Workflows.Activities.Certificates;
using Certification.Workflows.Activities.Log;

namespace Certification.Web.Certificates;

/// <summary>Verifies documents by this authority's own trust, its clock, and what it publishes itself. Nothing is fetched on a stranger's
/// request: another authority's document stays undetermined here unless a bundle brings its status along.</summary>
public sealed class Verification(
    CurrentTrust current, PublicBlobs blobs, AuthorityLog log, ITimeStampAuthority stamps, AuthorityProfile authority, BusinessClock clock)
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(1);

    // Which policy a proof is held to takes as many signature checks as the proof itself, and is the same for all who ask at once.
    private static readonly RecentReads<LogEvidence?> Asked = new(TimeSpan.FromSeconds(5));

    /// <summary>The verdict as of now on a certificate in any of its forms.</summary>
    /// <param name="file">XML, credential or bundle, as received.</param>
    /// <returns>The verdict, or why the file is no document that could be judged.</returns>
    public async Task<Outcome<VerificationResult>> VerifyAny(byte[] file, CancellationToken cancellation)
    {
        if (!SubmittedDocument.IsBundle(file)) return await Verify(file, cancellation);
        return CertificateBundle.Read(file, out var fault) is { } bundle
            ? Verify(bundle)
            : new Refusal(RefusalKind.Invalid, fault!.Code, fault.Message, "Send the bundle as its issuer handed it out.");
    }

    /// <summary>The verdict as of now on a certificate as XML or as credential.</summary>
    public async Task<VerificationResult> Verify(byte[] file, CancellationToken cancellation)
    {
        var inputs = new VerificationInputs(current.Snapshot, null, clock.GetUtcNow(), MaxAge);
        var first = CredentialVerification.LooksLikeOne(file) ? CredentialVerification.Verify(file, inputs) : CertificateVerification.Verify(file, inputs);
        if (first is not { Certificate: { } certificate, Verdict.CertificateDigest: { } digest }) return first;
        var list = certificate.Content.Status.List;
        var prefix = authority.PublicUrl + "/";
        if (!list.StartsWith(prefix, StringComparison.Ordinal) || !PublicPaths.IsServed(list[prefix.Length..])) return first;
        return first.With(inputs with
        {
            StatusList = await Text(list[prefix.Length..], cancellation),
            StatusRecord = await Text(StatusPaths.Record(certificate.Number), cancellation),
            TimeStamp = await Bytes(StampCertificate.PathOf(certificate.Number.Text), cancellation) is { } token ? new(stamps.Roots, token) : null,
            Log = await log.RecentProof(LogEntry.Of(certificate.Number, digest), cancellation) is { } proof
                ? await Asked.Get($"{inputs.Trust!.Digest} {proof}", () => Task.FromResult(Evidence(certificate, proof, inputs.At)), cancellation)
                : null,
        });
    }

    /// <summary>A bundle is judged by its own parts, and by our trust in place of the trust list that it brings.</summary>
    private VerificationResult Verify(CertificateBundle bundle)
    {
        var policy = new BundlePolicy(current.Snapshot, null, null, clock.GetUtcNow(), MaxAge, stamps.Roots);
        var first = BundleVerification.Verify(bundle, policy);
        return first.Certificate is { } certificate && Evidence(certificate, bundle.LogProof, policy.At) is { } evidence
            ? BundleVerification.Verify(bundle, policy with { Log = evidence.Policy })
            : first;
    }

    /// <summary>The log proof, where there is one and its log is known here. A witness is asked for when one has cosigned, for the date
    /// that it vouches for; that none has seen a new checkpoint yet is no reason to doubt it.</summary>
    private LogEvidence? Evidence(Certificate certificate, string? proof, DateTimeOffset at)
    {
        var policy = current.Snapshot.Logs(needed: 0, at);
        if (proof is null || policy.LogKeys.All(key => key.Name != certificate.Content.Log)) return null;
        var witnessed = policy with { Needed = 1 };
        return LogProof.TryParse(proof, out var parsed) && witnessed.Open(parsed.Checkpoint, out _) is not null
            ? new(witnessed, proof)
            : new(policy, proof);
    }

    private async Task<string?> Text(string path, CancellationToken cancellation) =>
        await Bytes(path, cancellation) is { } content ? Encoding.ASCII.GetString(content) : null;

    private async Task<byte[]?> Bytes(string path, CancellationToken cancellation) => (await blobs.FindRecent(path, cancellation))?.Content;
}
