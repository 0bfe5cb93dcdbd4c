using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Storage;
using Certification.Storage.Blobs;
using Certification.Storage.Lists;
using Certification.Web.Certificates;
using Certification.Web.Http;
using Certification.Web.Recognition;
using Certification.Workflows.Activities;
using Certification.Workflows.Activities.Certificates;
using Certification.Workflows.Activities.Recognition;
using Certification.Workflows.Activities.Rulebooks;
using Certification.Workflows.Activities.Submissions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Certification.Web.Pages;

/// <summary>The pages that anybody reads.</summary>
public static class PublicPages
{
    /// <summary>Maps the pages.</summary>
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/", Front);
        pages.MapGet("/certificates/{number}", Certificate);
        pages.MapGet("/recognitions/{number}", Recognition);
    }

    private static async Task<IResult> Front(
        string? certificates, string? recognitions, Indexes indexes, AuthorityProfile authority, RulebookFiles rulebooks,
        BusinessClock clock, CancellationToken cancellation)
    {
        var issued = await indexes.Read<CertificateRow, CertificateLine>(
            CertificateLists.Directory, SubmissionLists.All, certificates, CertificateLine.Of, cancellation);
        var judged = await indexes.Read<RecognitionRow, RecognitionRow>(
            RecognitionFiles.Directory, SubmissionLists.All, recognitions, row => row, cancellation);
        if ((issued.Refusal ?? judged.Refusal) is { } refusal) return NotFound(authority, refusal);
        var name = (await rulebooks.Register(cancellation)).InForceAt(clock.GetUtcNow()).Name;
        return new RazorComponentResult<FrontPage>(new { Model = new FrontPageModel(authority, name, issued.Value!, judged.Value!) });
    }

    private static async Task<IResult> Certificate(
        string number, PublishedCertificates certificates, PublicBlobs blobs, Verification verification, AuthorityProfile authority,
        CancellationToken cancellation)
    {
        var found = await certificates.Find(number, cancellation);
        if (!found.Succeeded) return NotFound(authority, found.Refusal);
        var result = await verification.Verify(await Document(found.Value.View.Number, blobs, cancellation), cancellation);
        var hasCredential = await blobs.Find(PublishCertificate.CredentialPathOf(number), cancellation) is not null;
        var model = new CertificatePageModel(authority, found.Value.View, result.Verdict, result.Certificate, hasCredential);
        return new RazorComponentResult<CertificatePage>(new { Model = model });
    }

    private static async Task<IResult> Recognition(
        string number, RecognitionFiles recognitions, AuthorityProfile authority, CancellationToken cancellation)
    {
        var found = CertificateNumber.TryParse(number, out var parsed)
            ? await recognitions.Find(parsed.Text, cancellation)
            : null;
        return found is null
            ? NotFound(authority, RecognitionsResource.NotFound(number))
            : new RazorComponentResult<RecognitionPage>(new { Authority = authority, View = RecognitionView.Of(found.State, authority) });
    }

    /// <summary>The published XML of a certificate in the directory.</summary>
    internal static async Task<byte[]> Document(CertificateNumber number, PublicBlobs blobs, CancellationToken cancellation) =>
        (await blobs.Find(PublishCertificate.PathOf(number.Text), cancellation))?.Content
        ?? throw new InvalidDataException($"Certificate {number} is in the directory, and its document is not published.");

    /// <summary>The page for a refusal: people get a page, not a problem document.</summary>
    internal static IResult NotFound(AuthorityProfile authority, Refusal refusal) =>
        new RazorComponentResult<NotFoundPage>(new { Authority = authority, refusal.Message, refusal.NextStep })
        {
            StatusCode = Problem.StatusOf(refusal.Kind),
        };
}
