using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace Certification.Web.Access;

/// <summary>Where people's tokens come from outside Development.</summary>
/// <param name="Authority">URL of an OpenID Connect issuer.</param>
/// <param name="Audience">The <c>aud</c> that its tokens carry for us.</param>
public sealed record TokenIssuer(string Authority, string Audience);

/// <summary>Accepts bearer tokens of people.</summary>
public static class PersonTokens
{
    /// <summary>Accepts the development issuer's tokens where there is one, else those of the configured issuer.</summary>
    public static void Configure(JwtBearerOptions options, WebSettings settings)
    {
        options.TimeProvider = TimeProvider.System;
        // Claims keep the names that stand in the token: no silent renaming between what was signed and what is checked.
        options.MapInboundClaims = false;
        options.TokenValidationParameters.NameClaimType = Claims.Subject;
        options.TokenValidationParameters.RoleClaimType = Claims.Roles;
        options.TokenValidationParameters.ClockSkew = TimeSpan.FromSeconds(30);
        if (settings.Development is { } development)
        {
            options.TokenValidationParameters.ValidIssuer = development.Issuer;
            options.TokenValidationParameters.ValidAudience = development.Audience;
            options.TokenValidationParameters.IssuerSigningKey = development.Key;
            options.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256];
        }
        else if (settings.Issuer is { } issuer)
        {
            options.Authority = issuer.Authority;
            options.Audience = issuer.Audience;
        }
        else
        {
            throw new InvalidOperationException("Neither a development issuer nor Auth:Authority is configured: nobody could sign in.");
        }
        options.Events = new JwtBearerEvents
        {
            OnMessageReceived = SignInCookie.Read,
            OnTokenValidated = RefuseNameless,
        };
    }

    private static Task RefuseNameless(TokenValidatedContext context)
    {
        var caller = Caller.Of(context.Principal!);
        if (caller.Subject.Length == 0 || caller.Organisation.Length == 0) context.Fail("The token names no subject or no organisation.");
        return Task.CompletedTask;
    }
}
