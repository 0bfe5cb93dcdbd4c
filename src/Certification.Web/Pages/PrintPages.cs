using Certification.Storage.Blobs;
using Certification.Web.Certificates;
using Certification.Workflows.Activities;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Certification.Web.Pages;

/// <summary><c>/certificates/{number}/print</c>: the certificate on paper. Printing to PDF is the browser's work.</summary>
public static class PrintPages
{
    /// <summary>Maps the page.</summary>
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/certificates/{number}/print", Print);

    private static async Task<IResult> Print(
        string number, PublishedCertificates certificates, PublicBlobs blobs, Verification verification, AuthorityProfile authority,
        CancellationToken cancellation)
    {
        var found = await certificates.Find(number, cancellation);
        if (!found.Succeeded) return PublicPages.NotFound(authority, found.Refusal);
        var view = found.Value.View;
        var result = await verification.Verify(await PublicPages.Document(view.Number, blobs, cancellation), cancellation);
        // A paper looks like a certificate whatever stands on it: none is made of words that nobody signed.
        if (result is not { Certificate: { } certificate, Verdict: { CertificateDigest: { } digest } verdict })
        {
            throw new InvalidDataException($"The published document of {number} does not verify: {result.Verdict.Reasons[0].Code}.");
        }
        return new RazorComponentResult<PrintedCertificate>(new { Model = new PrintModel(authority, view, certificate, digest, verdict) });
    }
}
