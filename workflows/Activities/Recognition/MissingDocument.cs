using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.Verification;

namespace Certification.Workflows.Activities.Recognition;

/// <summary>Verdicts on a document that could not be had, which is never the same as a bad one.</summary>
internal static class MissingDocument
{
    /// <summary>The issuer does not answer, or publishes nothing under the number.</summary>
    internal static VerificationResult Of(JudgeInput input, DateTimeOffset at, Sha256Digest trust) => Undetermined(
        input.IssuerUnreachable
            ? new Reason("issuer.unreachable", $"{input.Issuer} does not answer, so neither certificate nor status is fresh.")
            : new Reason("certificate.not-published", $"{input.Issuer} publishes no certificate {input.Number}."),
        $"Ask {input.Issuer}; we look again every day.", at, trust);

    /// <summary>The file under the number is another certificate.</summary>
    internal static VerificationResult Another(JudgeInput input, string found, DateTimeOffset at, Sha256Digest trust) => Undetermined(
        new Reason("certificate.another-number", $"Under {input.Number} {input.Issuer} publishes the certificate {found}."),
        $"Tell {input.Issuer} of its mistake.", at, trust);

    private static VerificationResult Undetermined(Reason reason, string nextStep, DateTimeOffset at, Sha256Digest trust) => new(
        new VerificationVerdict(VerificationOutcome.Undetermined, [reason], nextStep, at.ToUniversalTime(), null, null, trust, null),
        null);
}
