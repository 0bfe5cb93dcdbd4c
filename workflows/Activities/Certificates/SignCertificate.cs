using System.Text;
using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Domain.Lifecycle;
using Certification.Domain.Rulebooks;
using Certification.Signing.Credentials;
using Certification.Signing.Keys;
using Certification.Signing.Trust;
using Certification.Signing.Verification;
using Certification.Signing.Xml;
using Certification.Storage.Audit;
using Certification.Storage.Blobs;
using Certification.Workflows.Activities.Rulebooks;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Certificates;

/// <summary>Signs the redeemed draft, as XML and as credential, and keeps the files privately, written once. ECDSA gives other bytes each time, so a
/// retry verifies and adopts what an earlier attempt left.</summary>
public sealed class SignCertificate(
    CertificateFiles certificates, CertificateDrafts drafts, IssuedCertificates issued, SigningKeys keys, CurrentTrust trust,
    RulebookFiles rulebooks, AuthorityProfile authority, TimeProvider clock) : IActivity<DraftInput, Done>
{
    /// <inheritdoc/>
    public async Task<Done> Run(ActivityContext context, DraftInput input, CancellationToken cancellation)
    {
        var linted = await drafts.Redeemed(Sha256Digest.Parse(input.DraftDigest), cancellation);
        var signed = await CertificateSigner.SignAsync(linted, keys.Issuing, clock.GetUtcNow(), cancellation);
        var stored = await issued.PutOrAdopt(input.Number, signed.Xml, cancellation);
        var (certificate, digest) = Verified(stored, linted);
        await KeepCredential(certificate, digest, cancellation);

        // The draft names its rulebook by digest: the lead time is that of the text that the certificate cites.
        var facts = Facts(linted.Draft, await rulebooks.Read(linted.Draft.Rulebook.Digest, cancellation));
        var changed = await certificates.Change(
            input.Number, context.OperationId,
            AuditEntry.Of(authority.Self, clock.GetUtcNow(), "certificate.signed", new { Draft = linted.Digest, Certificate = digest }),
            record => record.MarkSigned(digest, facts),
            cancellation: cancellation);
        return changed.Succeeded ? new Done(true) : throw new InvalidOperationException(changed.Refusal.Message);
    }

    private (Certificate Certificate, Sha256Digest Digest) Verified(byte[] stored, LintedDraft linted)
    {
        // Against the trust list, not the key at hand: an earlier attempt may have signed with the key before a rotation.
        var check = CertificateVerifier.Check(stored, thumbprint => trust.Snapshot.Find(ServiceKind.Issuing, thumbprint)?.Key);
        return check.Certificate?.Content.Digest() == linted.Digest
            ? (check.Certificate, check.CanonicalDigest!.Value)
            : throw new InvalidOperationException(
                $"What is stored for {linted.Draft.Number} is not the signed draft {linted.Digest}. Storage was tampered with; nothing is published.");
    }

    /// <summary>Signs the same statement as a credential. A certificate that an earlier attempt signed with the key before a rotation
    /// has none: another key cannot sign it.</summary>
    private async Task KeepCredential(Certificate certificate, Sha256Digest digest, CancellationToken cancellation)
    {
        if (VerificationKey.ThumbprintOf(keys.Issuing.Certificate) != certificate.IssuerCertificate) return;
        var signed = await CredentialSigner.SignAsync(certificate, digest, keys.Issuing, cancellation);
        var stored = await issued.PutOrAdoptCredential(certificate.Number.Text, Encoding.ASCII.GetBytes(signed), cancellation);
        var opened = CredentialVerification.Verify(stored, new VerificationInputs(trust.Snapshot, null, clock.GetUtcNow(), TimeSpan.Zero));
        if (opened.Verdict.CertificateDigest != digest)
        {
            throw new InvalidOperationException(
                $"What is stored as credential of {certificate.Number} is another. Storage was tampered with; nothing is published.");
        }
    }

    private static CertificateFacts Facts(CertificateDraft draft, Rulebook rulebook)
    {
        var lead = rulebook.CertificatePlanFor(draft.Tier.Tier).RenewalLeadDays;
        return new CertificateFacts(
            draft.Holder.Name, draft.System.Name, draft.System.Version, draft.Tier.Tier, draft.Scope.Contexts[0].Sector,
            draft.Validity.NotBefore, draft.Validity.NotAfter, draft.Validity.NotAfter.AddDays(-lead),
            draft.SelfDeclared is null ? ReviewLane.Assessed : ReviewLane.SelfDeclaration,
            draft.Upstream?.Number.Text);
    }
}
