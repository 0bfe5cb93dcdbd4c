using Certification.Web.Http;
using Microsoft.AspNetCore.Authorization;

namespace Certification.Web.Access;

/// <summary>Says which roles an endpoint lets in.</summary>
public static class RoleRequirement
{
    /// <summary>Lets in callers with at least one of these roles; with none named, anybody with a token.</summary>
    public static TBuilder RequireRoles<TBuilder>(this TBuilder builder, params string[] roles)
        where TBuilder : IEndpointConventionBuilder
    {
        var policy = new AuthorizationPolicyBuilder(Schemes.Person).RequireAuthenticatedUser();
        if (roles.Length > 0) policy.RequireClaim(Claims.Roles, roles);
        return builder.RequireAuthorization(policy.Build()).AnswersProblems(401, 403);
    }

    /// <summary>Lets in other authorities, by the keys that the trust list names for them.</summary>
    public static TBuilder RequireAuthority<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.RequireAuthorization(new AuthorizationPolicyBuilder(Schemes.Authority).RequireAuthenticatedUser().Build())
            .AnswersProblems(401);
}

/// <summary>How callers sign in.</summary>
public static class Schemes
{
    /// <summary>People and their programs: a bearer token of the configured issuer.</summary>
    public const string Person = "Bearer";

    /// <summary>Other authorities: a bearer token signed with a key from the trust list.</summary>
    public const string Authority = "Federation";
}
