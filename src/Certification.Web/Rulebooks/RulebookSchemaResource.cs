using System.Text;
using Certification.Domain.Rulebooks;
using Certification.Web.Http;

namespace Certification.Web.Rulebooks;

/// <summary><c>GET /v1/rulebooks/schema</c>: the JSON Schema of rulebooks, for editors and for other people's tools.</summary>
public static class RulebookSchemaResource
{
    private static readonly byte[] Schema = Encoding.UTF8.GetBytes(RulebookSchema.Create().ToString());

    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/v1/rulebooks/schema", () => TypedResults.Bytes(Schema, "application/schema+json", RulebookSchema.FileName)).LimitPublicReads()
            .WithSummary("Reads the JSON Schema (draft 2020-12) of the floor and of additions to it.")
            .Produces<string>(200, "application/schema+json");
}
