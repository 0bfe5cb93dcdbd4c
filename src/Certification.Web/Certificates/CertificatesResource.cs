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
            .WithSummary(
                "Says what became of a certificate; the ETag goes into the If-Match of a status change. "
                + "By Accept it hands out the signed document instead, as XML or as verifiable credential.")
            .Produces<CertificateView>(200, CertificateForms.View, CertificateForms.Credential, CertificateForms.Document).AnswersProblems(404, 406);
        api.MapGet("/v1/certificates/{number}.xml", Download).LimitPublicReads()
            .WithSummary("Downloads the signed document.")
            .Produces<string>(200, "application/xml").AnswersProblems(404);
    }

    private static async Task<IResult> List(string? continuation, Indexes indexes, CancellationToken cancellation) =>
        (await indexes.Read<CertificateRow, CertificateLine>(
            CertificateLists.Directory, SubmissionLists.All, continuation, CertificateLine.Of, cancellation)).Answer();

    private static async Task<IResult> Read(
        string number, HttpContext http, PublishedCertificates certificates, PublicBlobs blobs, CancellationToken cancellation)
    {
        http.Response.Headers.Vary = HeaderNames.Accept;
        if (CertificateForms.Wanted(http.Request) is not { } form) return CertificateForms.NotAcceptable(http.Request);
        if (form != CertificateForms.View) return await SignedForm(number, form, blobs, cancellation);
        var found = await certificates.Find(number, cancellation);
        return found.Succeeded
            ? new TaggedAnswer<CertificateView>(found.Value.View, found.Value.ETag)
            : ProblemAnswer.From(found.Refusal);
    }

    private static async Task<IResult> SignedForm(string number, string form, PublicBlobs blobs, CancellationToken cancellation)
    {
        if (!CertificateNumber.TryParse(number, out var parsed)) return ProblemAnswer.From(CertificateFiles.NotFound(number));
        var isCredential = form == CertificateForms.Credential;
        var path = isCredential ? PublishCertificate.CredentialPathOf(parsed.Text) : PublishCertificate.PathOf(parsed.Text);
        if (await blobs.Find(path, cancellation) is { } file)
        {
            return TypedResults.Bytes(file.Content, file.ContentType, entityTag: EntityTagHeaderValue.Parse(file.ETag));
        }
        return isCredential && await blobs.Find(PublishCertificate.PathOf(parsed.Text), cancellation) is not null
            ? ProblemAnswer.Of(
                404, "certificate.no-credential", $"{parsed} was published without a credential.", $"Ask for it as {CertificateForms.Document}.")
            : ProblemAnswer.From(CertificateFiles.NotFound(number));
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
