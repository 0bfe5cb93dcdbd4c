using Certification.Domain;
using Certification.Signing.Verification;
using Certification.Web.Http;
using Certification.Workflows.Activities;

namespace Certification.Web.Pages;

/// <summary>What the verification page shows.</summary>
/// <param name="Number">What was typed or scanned, as it was given.</param>
/// <param name="Printed">The digest on a printed certificate; null when none was given.</param>
/// <param name="Result">The answer; null before anything was asked, and when nothing could be.</param>
/// <param name="Problem">Why nothing could be verified; null when it could.</param>
public sealed record VerifyPageModel(
    AuthorityProfile Authority, string? Number = null, Sha256Digest? Printed = null, VerificationResult? Result = null, Problem? Problem = null)
{
    /// <summary>Whether paper and published certificate are the same; null when there is no paper or no certificate.</summary>
    public bool? IsTruePrint => Printed is { } printed && Result?.Verdict.CertificateDigest is { } digest ? printed == digest : null;
}
