using Certification.Domain;
using Certification.Domain.Rulebooks.Governance;
using Certification.Storage;
using Certification.Web.Rulebooks;
using Certification.Workflows.Activities;
using Certification.Workflows.Activities.Rulebooks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Certification.Web.Pages;

/// <summary>The rules for people to read: which versions there are, and what one of them asks of whom.</summary>
public static class RulebookPages
{
    /// <summary>Maps the pages.</summary>
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/rulebooks", List);
        pages.MapGet("/rulebooks/{name}", Read);
    }

    private static async Task<IResult> List(
        RulebookFiles rulebooks, AuthorityProfile authority, BusinessClock clock, CancellationToken cancellation)
    {
        var register = await rulebooks.Register(cancellation);
        return new RazorComponentResult<RulebooksPage>(new
        {
            Authority = authority,
            Versions = register.Versions.Reverse().Select(version => View(version, register, clock, authority)).ToList(),
        });
    }

    private static async Task<IResult> Read(
        string name, RulebookFiles rulebooks, AuthorityProfile authority, BusinessClock clock, CancellationToken cancellation)
    {
        var register = await rulebooks.Register(cancellation);
        return register.FindVersion(name) is { } version
            ? new RazorComponentResult<RulebookPage>(new
            {
                Authority = authority,
                Version = View(version, register, clock, authority),
                Rulebook = await rulebooks.Read(version.Rulebook.Digest, cancellation),
            })
            : PublicPages.NotFound(authority, RulebooksResource.NotFound(name));
    }

    private static RulebookVersionView View(RulebookVersion version, RulebookRegister register, BusinessClock clock, AuthorityProfile authority) =>
        RulebookVersionView.Of(version, register, clock.GetUtcNow(), authority);
}
