using Certification.Web.Access;
using Certification.Workflows.Activities;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Certification.Web.Pages;

/// <summary>Signing in and out in a browser.</summary>
public static class SignInPages
{
    private const int LongestToken = 8_192;

    /// <summary>Maps the pages.</summary>
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/sign-in", Show);
        pages.MapPost("/sign-in", SignIn).AddEndpointFilter(SameOriginOnly).DisableAntiforgery();
        pages.MapPost("/sign-out", SignOut).AddEndpointFilter(SameOriginOnly).DisableAntiforgery();
    }

    private static RazorComponentResult<SignInPage> Show(
        string? returnTo, bool? refused, AuthorityProfile authority, WebSettings settings) => new(new
        {
            Authority = authority, ReturnTo = Local(returnTo), WasRefused = refused ?? false, IsDevelopment = settings.Development is not null,
        });

    private static async Task<IResult> SignIn(HttpContext http, CancellationToken cancellation)
    {
        if (!http.Request.HasFormContentType) return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        var form = await http.Request.ReadFormAsync(cancellation);
        var (token, returnTo) = (form["token"].ToString().Trim(), Local(form["returnTo"]));
        var handler = new JsonWebTokenHandler();
        if (token.Length is 0 or > LongestToken || !handler.CanReadToken(token))
        {
            return TypedResults.LocalRedirect($"/sign-in?refused=true&returnTo={Uri.EscapeDataString(returnTo)}");
        }
        // Whether the token is good is judged at every page read, not once here.
        SignInCookie.Set(http, token, handler.ReadJsonWebToken(token).ValidTo);
        return TypedResults.LocalRedirect(returnTo);
    }

    private static RedirectHttpResult SignOut(HttpContext http)
    {
        SignInCookie.Clear(http);
        return TypedResults.LocalRedirect("/");
    }

    /// <summary>A path of ours; anything that could lead elsewhere becomes the list of cases.</summary>
    private static string Local(string? path) =>
        path is ['/', ..] and not ['/', '/' or '\\', ..] && path.Length < 200 && !path.Any(char.IsControl) ? path : "/cases";

    /// <summary>Another site cannot sign anybody in or out here. Browsers send Origin with every form post.</summary>
    private static ValueTask<object?> SameOriginOnly(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        return request.Headers.Origin == $"{request.Scheme}://{request.Host}"
            ? next(context)
            : ValueTask.FromResult<object?>(Http.ProblemAnswer.Of(
                403, "auth.cross-site", "This form was sent from another site.", "Open /sign-in and send it from there."));
    }
}
