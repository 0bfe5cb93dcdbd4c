using Certification.Domain.Certificates;
using Certification.Storage.Blobs;
using Certification.Storage.Lists;
using Certification.Web.Http;
using Certification.Workflows.Activities.Certificates;
using Certification.Workflows.Activities.Submissions;
using Microsoft.Net.Http.Headers;

namespace Certification.Web.Certificates;

/// <summary><c>/v1/certificates</c>: the public directory, one certificate, and its signed document.</summary>
public static class CertificatesResource
{
    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/v1/certificates", List).LimitPublicReads()
            .WithSummary("Lists the certificates that this authority issued, newest first.")
            .Produces<PageOf<CertificateLine>>().AnswersProblems(422);
        api.MapGet("/v1/certificates/{number}", Read).LimitPublicReads()
            .WithSummary("Says what became of a certificate; the ETag goes into the If-Match of a status change.")
            .Produces<CertificateView>().AnswersProblems(404);
        api.MapGet("/v1/certificates/{number}.xml", Download).LimitPublicReads()
            .WithSummary("Downloads the signed document.")
            .Produces<string>(200, "application/xml").AnswersProblems(404);
    }

    private static async Task<IResult> List(string? continuation, Indexes indexes, CancellationToken cancellation) =>
        (await indexes.Read<CertificateRow, CertificateLine>(
            CertificateLists.Directory, SubmissionLists.All, continuation, CertificateLine.Of, cancellation)).Answer();

    private static async Task<IResult> Read(string number, PublishedCertificates certificates, CancellationToken cancellation)
    {
        var found = await certificates.Find(number, cancellation);
        return found.Succeeded
            ? new TaggedAnswer<CertificateView>(found.Value.View, found.Value.ETag)
            : ProblemAnswer.From(found.Refusal);
    }

    private static async Task<IResult> Download(string number, PublicBlobs blobs, CancellationToken cancellation)
    {
        var file = CertificateNumber.TryParse(number, out var parsed)
            ? await blobs.Find(PublishCertificate.PathOf(parsed.Text), cancellation)
            : null;
        return file is null
            ? ProblemAnswer.From(CertificateFiles.NotFound(number))
            : TypedResults.File(
                file.Content, file.ContentType, $"{parsed.Text}.xml", entityTag: EntityTagHeaderValue.Parse(file.ETag));
    }
}

/// <summary>A certificate in the directory.</summary>
/// <param name="System">Name and version.</param>
public sealed record CertificateLine(
    CertificateNumber Number, CertificateStatus Status, DateTimeOffset Since, string Holder, string System,
    Domain.Intake.RiskTier Tier, string Sector, DateTimeOffset NotBefore, DateTimeOffset NotAfter)
{
    /// <summary>A row of the directory as it is shown.</summary>
    public static CertificateLine Of(CertificateRow row) => new(
        row.Number, row.Status, row.Since, row.Holder, $"{row.System} {row.Version}", row.Tier, row.Sector, row.NotBefore, row.NotAfter);
}
