using Certification.Domain;
using Certification.Formats.Assurance;
using Certification.Web.Http;

namespace Certification.Web.Evidence;

/// <summary><c>GET /v1/evidence-formats</c>: the formats of our own, each with its JSON Schema, for whoever writes such evidence.</summary>
public static class EvidenceFormatsResource
{
    private const string Route = "/v1/evidence-formats";

    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(Route, () => TypedResults.Ok(OwnFormats.All)).LimitPublicReads()
            .WithSummary("Lists the evidence formats of our own.")
            .Produces<IReadOnlyList<string>>();
        api.MapGet(Route + "/{format}", Schema).LimitPublicReads()
            .WithSummary("The JSON Schema of an evidence format of our own.")
            .Produces<System.Text.Json.Nodes.JsonObject>(contentType: "application/schema+json").AnswersProblems(404);
    }

    private static IResult Schema(string format) => OwnFormats.Schema(format) is { } schema
        ? TypedResults.Text(schema.ToJsonString(), "application/schema+json")
        : ProblemAnswer.From(new Refusal(
            RefusalKind.NotFound, "evidence-format.not-found", $"There is no evidence format \"{format}\" of our own.",
            $"GET {Route} lists them: {string.Join(", ", OwnFormats.All)}."));
}
