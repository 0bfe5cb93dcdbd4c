using Certification.Domain;
using Certification.Domain.Rulebooks;
using Certification.Domain.Rulebooks.Governance;
using Certification.Storage;
using Certification.Web.Http;
using Certification.Workflows.Activities;
using Certification.Workflows.Activities.Rulebooks;

namespace Certification.Web.Rulebooks;

/// <summary><c>GET /v1/rulebooks</c>: every version that this authority adopted, past, in force and upcoming.</summary>
public static class RulebooksResource
{
    private const string Route = "/v1/rulebooks";

    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(Route, List).LimitPublicReads()
            .WithSummary("Lists the adopted rulebooks, the latest first, each with its digest and when it counts.")
            .Produces<RulebookVersions>();
        api.MapGet(Route + "/{name}", Read).LimitPublicReads()
            .WithSummary("Reads the text of an adopted rulebook, such as xa-1.0.0; its ETag is its digest.")
            .Produces<Rulebook>().Produces(304).AnswersProblems(404);
    }

    /// <summary>The refusal for a name that no adopted rulebook has.</summary>
    internal static Refusal NotFound(string name) => new(
        RefusalKind.NotFound, "rulebook.not-found", $"No rulebook was adopted under the name '{name}'.", "GET /v1/rulebooks lists those that were.");

    private static async Task<IResult> List(
        RulebookFiles rulebooks, AuthorityProfile authority, BusinessClock clock, CancellationToken cancellation)
    {
        var (register, now) = (await rulebooks.Register(cancellation), clock.GetUtcNow());
        return TypedResults.Ok(new RulebookVersions(
            register.InForceAt(now).Name,
            [.. register.Versions.Reverse().Select(version => RulebookVersionView.Of(version, register, now, authority))]));
    }

    private static async Task<IResult> Read(string name, HttpContext http, RulebookFiles rulebooks, CancellationToken cancellation)
    {
        if ((await rulebooks.Register(cancellation)).FindVersion(name) is not { } version)
        {
            return ProblemAnswer.From(NotFound(name));
        }
        // Which text a name stands for never changes.
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.AccessControlAllowOrigin = "*";
        var text = DomainJson.Bytes(await rulebooks.Read(version.Rulebook.Digest, cancellation));
        return TypedResults.Bytes(
            text, "application/json", entityTag: new Microsoft.Net.Http.Headers.EntityTagHeaderValue($"\"{version.Rulebook.Digest}\""));
    }
}

/// <summary>The adopted rulebooks of an authority.</summary>
/// <param name="InForce">Name of the one in force now.</param>
/// <param name="Items">The one adopted last first.</param>
public sealed record RulebookVersions(string InForce, IReadOnlyList<RulebookVersionView> Items);

/// <summary>An adopted version.</summary>
/// <param name="Name">Such as <c>xa-1.1.0</c>.</param>
/// <param name="Digest">SHA-256 of the published bytes.</param>
/// <param name="Sunset">When an emergency version lapses; absent for one that lasts.</param>
/// <param name="Link">The text as a static file.</param>
/// <param name="Signed">The same text, signed by the authority.</param>
public sealed record RulebookVersionView(
    string Name, RulebookStanding Standing, Sha256Digest Digest, RulebookReference Floor, DateTimeOffset AdoptedAt,
    DateTimeOffset EffectiveFrom, DateTimeOffset? Sunset, string Reason, string Link, string Signed)
{
    internal static RulebookVersionView Of(
        RulebookVersion version, RulebookRegister register, DateTimeOffset now, AuthorityProfile authority) => new(
        version.Name, RulebookTimeline.StandingOf(version, register.Versions, now), version.Rulebook.Digest, version.Floor,
        version.AdoptedAt, version.EffectiveFrom, version.Sunset, version.Reason,
        $"{authority.PublicUrl}/{RulebookPublication.PathOf(version.Rulebook)}",
        $"{authority.PublicUrl}/{RulebookPublication.SignedPathOf(version.Rulebook)}");
}
