using Certification.Domain.Certificates;
using Certification.Web.Http;
using Certification.Web.Telemetry;
using Microsoft.AspNetCore.Http.Metadata;

namespace Certification.Web.Certificates;

/// <summary><c>POST /v1/verify</c>: what this authority, with its trust and its clock, says about a document. A verifier who
/// trusts nobody runs <c>certify verify</c> instead.</summary>
public static class VerifyResource
{
    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/v1/verify", Verify).LimitPublicReads()
            .WithSummary("Verifies a certificate as of now: its XML, its verifiable credential, or a bundle.")
            .WithMetadata(new AcceptsMetadata(SubmittedDocument.MediaTypes, typeof(string)))
            .Produces<VerificationVerdict>().AnswersProblems(400, 413, 415);

    private static async Task<IResult> Verify(HttpRequest request, Verification verification, CancellationToken cancellation)
    {
        var file = await RequestBody.Read(request, SubmittedDocument.Largest);
        if (file is null) return new ProblemAnswer(RequestBody.TooLarge(SubmittedDocument.Largest));
        var judged = await verification.VerifyAny(file, cancellation);
        if (judged.Refusal is { } refusal) return ProblemAnswer.Of(400, refusal.Code, refusal.Message, refusal.NextStep);
        var verdict = judged.Value!.Verdict;
        WebMetrics.CountVerdict(verdict.Outcome.ToString().ToLowerInvariant());
        return SubmittedDocument.IsUnreadable(verdict)
            ? ProblemAnswer.Of(400, "request.malformed-xml", verdict.Reasons[0].Message, "Send the certificate's XML as its issuer published it.")
            : TypedResults.Ok(verdict);
    }
}
