using Certification.Web.Http;
using Certification.Web.Pages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Certification.Web.Access;

/// <summary>Answers callers that authorisation did not let in: programs with a problem, people with the sign-in page.</summary>
public sealed class RefusedSignIn : IAuthorizationMiddlewareResultHandler
{
    private const string HowToGetAToken =
        "Send 'Authorization: Bearer <token>'. In Development, `certify token --role R --name N` makes one.";

    /// <inheritdoc/>
    public Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded) return next(context);
        if (context.GetEndpoint()?.Metadata.GetMetadata<PageMark>() is not null && authorizeResult.Challenged)
        {
            var refused = SignInCookie.IsPresent(context) ? "&refused=true" : "";
            context.Response.Redirect($"/sign-in?returnTo={Uri.EscapeDataString(context.Request.Path)}{refused}");
            return Task.CompletedTask;
        }
        if (authorizeResult.Challenged) context.Response.Headers.WWWAuthenticate = "Bearer";
        return Explain(context, authorizeResult).ExecuteAsync(context);
    }

    private static ProblemAnswer Explain(HttpContext context, PolicyAuthorizationResult result)
    {
        if (result.Forbidden)
        {
            var caller = Caller.Of(context.User);
            return ProblemAnswer.Of(
                403, "auth.role-missing",
                $"The token's roles ({string.Join(", ", caller.Roles)}) do not allow {context.Request.Method} {context.Request.Path}.",
                "Use a token with the role that this step needs; GET /openapi/v1.json names it.");
        }
        return context.Request.Headers.ContainsKey("Authorization")
            ? ProblemAnswer.Of(
                401, "auth.token-invalid",
                "The bearer token is malformed, expired, for another authority, or not signed by an issuer that counts here.", HowToGetAToken)
            : ProblemAnswer.Of(401, "auth.token-missing", "This needs a bearer token.", HowToGetAToken);
    }
}
