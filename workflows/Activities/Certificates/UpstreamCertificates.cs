using Certification.Domain.Certificates;
using Certification.Domain.Intake;
using Certification.Domain.Recognition;
using Certification.Domain.Rulebooks.Governance;
using Certification.Domain.Submissions;
using Certification.Signing.Trust;
using Certification.Signing.Verification;
using Certification.Storage.Blobs;
using Certification.Workflows.Activities.Recognition;

namespace Certification.Workflows.Activities.Certificates;

/// <summary>Looks up the certificate that a declaration names as its upstream: one of ours by its record, another authority's as it is
/// recognised, fetched and verified anew. What cannot be had is never relied on.</summary>
public sealed class UpstreamCertificates(
    CertificateFiles certificates, IssuedCertificates issued, ForeignCertificates foreign, CurrentTrust trust, AuthorityProfile authority)
{
    /// <summary>How it stands; null when the declaration names none.</summary>
    public async Task<UpstreamStanding?> Find(
        Declaration declaration, RulebookInForce rules, DateTimeOffset at, CancellationToken cancellation)
    {
        if (declaration.Upstream is not { } number) return null;
        return number.Authority == authority.Code
            ? await FindOwn(number, at, cancellation)
            : await FindForeign(number, rules, at, cancellation);
    }

    private async Task<UpstreamStanding> FindOwn(CertificateNumber number, DateTimeOffset at, CancellationToken cancellation)
    {
        var record = (await certificates.Find(number.Text, cancellation))?.State;
        if (record?.Status is not { } status) return UpstreamStanding.Not(number, "There is no such certificate.");
        if (status != CertificateStatus.Valid || record.Facts!.NotAfter <= at)
            return UpstreamStanding.Not(number, $"It is {StatusEvents.Word(status)} and ends on {record.Facts!.NotAfter:yyyy-MM-dd}.");
        var file = await issued.Find(number.Text, cancellation);
        var check = file is null ? null : CertificateVerifier.Check(file, thumbprint => trust.Snapshot.Find(ServiceKind.Issuing, thumbprint)?.Key);
        return check?.Certificate is { } certificate
            ? new UpstreamStanding(number, certificate.Content, check.CanonicalDigest)
            : UpstreamStanding.Not(number, "Its signed document could not be verified.");
    }

    private async Task<UpstreamStanding> FindForeign(
        CertificateNumber number, RulebookInForce rules, DateTimeOffset at, CancellationToken cancellation)
    {
        try
        {
            var verified = await foreign.Verify(new JudgeInput(number.Text, number.Authority), at, cancellation);
            var content = verified.Certificate?.Content;
            var verdict = RecognitionJudgement.Judge(
                verified.Verdict, content, content is null ? null : RulesApplied.To(content, rules, authority.Code));
            return content is not null && verdict.Outcome is RecognitionOutcome.Recognised or RecognitionOutcome.Conditional
                ? new UpstreamStanding(number, content, verified.Verdict.CertificateDigest)
                : UpstreamStanding.Not(number, $"It is {RecognitionWords.Of(verdict.Outcome)} here ({string.Join(", ", verdict.Reasons.Select(reason => reason.Code))}).");
        }
        catch (PeerUnreachableException unreachable)
        {
            return UpstreamStanding.Not(number, unreachable.Message);
        }
    }
}
