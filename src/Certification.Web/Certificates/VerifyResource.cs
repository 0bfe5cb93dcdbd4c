using System.Text;
using Certification.Domain.Certificates;
using Certification.Signing.StatusLists;
using Certification.Signing.Trust;
using Certification.Signing.Verification;
using Certification.Signing.Xml;
using Certification.Storage;
using Certification.Storage.Blobs;
using Certification.Web.Http;
using Certification.Web.Telemetry;
using Certification.Workflows.Activities;
using Certification.Workflows.Activities.Certificates;
using Microsoft.AspNetCore.Http.Metadata;

namespace Certification.Web.Certificates;

/// <summary><c>POST /v1/verify</c>: what this authority, with its trust and its clock, says about a document. A verifier who
/// trusts nobody runs <c>certify verify</c> instead.</summary>
public static class VerifyResource
{
    // What is not even XML is a request that cannot be read; what is XML and no good certificate is a verdict.
    private static readonly string[] NotXml = [CertificateFault.NotWellFormed.Code(), CertificateFault.EncodingNotAllowed.Code()];

    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/v1/verify", Verify).LimitPublicReads()
            .WithSummary("Verifies a certificate document as of now.")
            .WithMetadata(new AcceptsMetadata(["application/xml", "text/xml"], typeof(string)))
            .Produces<VerificationVerdict>().AnswersProblems(400, 413, 415);

    private static async Task<IResult> Verify(HttpRequest request, Verification verification, CancellationToken cancellation)
    {
        var file = await RequestBody.Read(request, RequestBody.MaxDocumentBytes);
        if (file is null) return new ProblemAnswer(RequestBody.TooLarge(RequestBody.MaxDocumentBytes));
        var verdict = (await verification.Verify(file, cancellation)).Verdict;
        WebMetrics.CountVerdict(verdict.Outcome.ToString().ToLowerInvariant());
        return verdict.Reasons is [{ Code: var code, Message: var message }] && NotXml.Contains(code)
            ? ProblemAnswer.Of(400, "request.malformed-xml", message, "Send the certificate's XML as its issuer published it.")
            : TypedResults.Ok(verdict);
    }
}

/// <summary>Verifies documents by this authority's own trust and the status lists that it publishes.</summary>
public sealed class Verification(CurrentTrust current, PublicBlobs blobs, AuthorityProfile authority, BusinessClock clock)
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(1);

    /// <summary>The verdict as of now, and what the document says if its signature holds. Status lists of other authorities are not fetched on a stranger's request: such a
    /// document stays undetermined here.</summary>
    public async Task<VerificationResult> Verify(byte[] file, CancellationToken cancellation)
    {
        var (now, trust) = (clock.GetUtcNow(), current.Snapshot);
        var first = CertificateVerification.Verify(file, new VerificationInputs(trust, null, now, MaxAge));
        if (first.Certificate is not { } certificate) return first;
        var list = certificate.Content.Status.List;
        var prefix = authority.PublicUrl + "/";
        var isOurs = list.StartsWith(prefix, StringComparison.Ordinal) && PublicPaths.IsServed(list[prefix.Length..]);
        var status = isOurs ? await Text(list[prefix.Length..], cancellation) : null;
        var record = isOurs ? await Text(StatusPaths.Record(certificate.Number), cancellation) : null;
        return CertificateVerification.Verify(file, new VerificationInputs(trust, status, now, MaxAge, StatusRecord: record));
    }

    private async Task<string?> Text(string path, CancellationToken cancellation) =>
        await blobs.Find(path, cancellation) is { } blob ? Encoding.ASCII.GetString(blob.Content) : null;
}
