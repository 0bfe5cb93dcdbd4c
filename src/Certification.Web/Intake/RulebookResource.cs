using Certification.Domain;
using Certification.Domain.Rulebooks;
using Certification.Web.Http;
using Certification.Workflows.Activities;

namespace Certification.Web.Intake;

/// <summary><c>GET /v1/rulebook</c> and <c>/v1/taxonomy</c>: the rules that this authority applies, and their words.</summary>
public static class RulebookResource
{
    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/v1/rulebook", (RulebookInForce rulebook, AuthorityProfile authority) =>
                TypedResults.Ok(RulebookView.Of(rulebook.Current, authority)))
            .LimitPublicReads().WithSummary("Names the rulebook in force.").Produces<RulebookView>();
        api.MapGet("/v1/taxonomy", (RulebookInForce rulebook) => TypedResults.Ok(rulebook.Current.Taxonomy))
            .LimitPublicReads().WithSummary("Lists every code that a declaration may use.").Produces<Taxonomy>();
    }
}

/// <summary>The rulebook in force.</summary>
/// <param name="Digest">SHA-256 of its published bytes.</param>
/// <param name="Link">Where they are.</param>
public sealed record RulebookView(
    string Id, string Version, string Title, DateOnly EffectiveFrom, Sha256Digest Digest, RulebookReference? Floor, string Link)
{
    internal static RulebookView Of(Rulebook rulebook, AuthorityProfile authority)
    {
        var reference = rulebook.Reference();
        return new RulebookView(
            rulebook.Id, rulebook.Version, rulebook.Title, rulebook.EffectiveFrom, reference.Digest, rulebook.Floor,
            $"{authority.PublicUrl}/{PathOf(rulebook)}");
    }

    /// <summary>Where a rulebook is published, such as <c>rulebooks/xa-1.0.0.json</c>.</summary>
    public static string PathOf(Rulebook rulebook) => $"rulebooks/{rulebook.Id}-{rulebook.Version}.json";
}
