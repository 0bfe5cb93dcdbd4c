using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.Bundles;
using Certification.Web.Http;
using Certification.Workflows.Activities.Certificates;
using Microsoft.Net.Http.Headers;

namespace Certification.Web.Certificates;

/// <summary><c>GET /v1/certificates/{number}/bundle</c>: one file by which a certificate is verified without a network.</summary>
public static class BundleResource
{
    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/v1/certificates/{number}/bundle", Read).LimitPublicReads()
            .WithSummary("Downloads a certificate with trust list, status, log proof and rulebook, for verification without a network.")
            .Produces<string>(200, CertificateBundle.MediaType).Produces(304).AnswersProblems(404);

    private static async Task<IResult> Read(string number, HttpContext http, CertificateBundles bundles, CancellationToken cancellation)
    {
        var bundle = CertificateNumber.TryParse(number, out var parsed) ? await bundles.Make(parsed, cancellation) : null;
        if (bundle is null) return ProblemAnswer.From(CertificateFiles.NotFound(number));
        var file = bundle.Bytes();
        // It is as fresh as the status list in it, which is written anew with every change.
        http.Response.Headers.CacheControl = "public, max-age=60";
        http.Response.Headers.AccessControlAllowOrigin = "*";
        return TypedResults.File(
            file, CertificateBundle.MediaType, $"{parsed!.Text}.bundle.json", entityTag: new EntityTagHeaderValue($"\"{Sha256Digest.Of(file).Hex}\""));
    }
}
