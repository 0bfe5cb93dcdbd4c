using System.Globalization;
using System.Text;
using Certification.Signing.Log;
using Certification.Web.Http;
using Certification.Workflows.Activities.Log;
using Microsoft.AspNetCore.Http.Metadata;

namespace Certification.Web.Log;

/// <summary><c>POST /v1/witness/add-checkpoint</c>: this authority as a witness of the logs of those whom it trusts, as C2SP tlog-witness
/// has it. Nobody signs in: what counts is who signed the checkpoint.</summary>
public static class WitnessResource
{
    private const int MaxBytes = 2 * SignedNote.Longest;
    private const string SizeType = "text/x.tlog.size";

    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/v1/witness/add-checkpoint", Add).LimitPublicReads()
            .WithSummary("Cosigns a checkpoint of a trusted log that continues the largest one cosigned before.")
            .WithMetadata(new AcceptsMetadata(["text/plain"], typeof(string)))
            .Produces<string>(200, "text/plain").Produces<string>(409, SizeType).AnswersProblems(400, 403, 404, 413, 422);

    private static async Task<IResult> Add(HttpRequest request, AuthorityWitness witness, CancellationToken cancellation)
    {
        if (await RequestBody.Read(request, MaxBytes) is not { } body) return new ProblemAnswer(RequestBody.TooLarge(MaxBytes));
        if (WitnessRequest.Parse(Encoding.UTF8.GetString(body)) is not { } asked)
        {
            return ProblemAnswer.Of(
                400, "witness.request-malformed", "The body is no add-checkpoint request.",
                "Send 'old N', the proof's hashes, an empty line and the signed checkpoint, as c2sp.org/tlog-witness has it.");
        }

        // Cosignatures are dated in real time, whatever Development has made of business time.
        var answer = await witness.Cosign(asked, TimeProvider.System.GetUtcNow(), cancellation);
        return answer.Cosignature is { } cosignature
            ? TypedResults.Text($"{cosignature}\n", "text/plain", Encoding.UTF8)
            : answer.Fault!.Code == "witness.size-differs"
            ? TypedResults.Text(string.Create(CultureInfo.InvariantCulture, $"{answer.Known}\n"), SizeType, Encoding.UTF8, 409)
            : ProblemAnswer.Of(StatusOf(answer.Fault.Code), answer.Fault.Code, answer.Fault.Message, NextStepOf(answer.Fault.Code));
    }

    // As the specification numbers them.
    private static int StatusOf(string code) => code switch
    {
        "log.checkpoint-malformed" or "witness.size-falls" => 400,
        "log.signature-invalid" => 403,
        "log.origin-unknown" => 404,
        _ => 422,
    };

    private static string NextStepOf(string code) => code switch
    {
        "log.origin-unknown" => "Only the logs of authorities in this authority's trust list are witnessed.",
        "log.signature-invalid" => "Sign the checkpoint with a key that this authority's trust list names for the log.",
        "witness.inconsistent" => "Prove that the tree continues the one cosigned before; a log that cannot has shown two histories.",
        _ => "Send a signed checkpoint and the size of the tree that it follows.",
    };
}
