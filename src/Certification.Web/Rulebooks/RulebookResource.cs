using Certification.Domain;
using Certification.Domain.Rulebooks;
using Certification.Domain.Rulebooks.Governance;
using Certification.Storage;
using Certification.Web.Http;
using Certification.Workflows.Activities;
using Certification.Workflows.Activities.Rulebooks;

namespace Certification.Web.Rulebooks;

/// <summary><c>GET /v1/rulebook</c> and <c>/v1/taxonomy</c>: the rules in force now, and their words.</summary>
public static class RulebookResource
{
    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/v1/rulebook", Read).LimitPublicReads()
            .WithSummary("Names the rulebook in force.").Produces<RulebookView>();
        api.MapGet("/v1/taxonomy", Words).LimitPublicReads()
            .WithSummary("Lists every code that a declaration may use.").Produces<Taxonomy>();
    }

    private static async Task<IResult> Read(
        RulebookFiles rulebooks, AuthorityProfile authority, BusinessClock clock, CancellationToken cancellation) =>
        TypedResults.Ok(RulebookView.Of((await rulebooks.InForceAt(clock.GetUtcNow(), cancellation)).Current, authority));

    private static async Task<IResult> Words(RulebookFiles rulebooks, BusinessClock clock, CancellationToken cancellation) =>
        TypedResults.Ok((await rulebooks.InForceAt(clock.GetUtcNow(), cancellation)).Current.Taxonomy);
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
            $"{authority.PublicUrl}/{RulebookPublication.PathOf(reference)}");
    }
}
