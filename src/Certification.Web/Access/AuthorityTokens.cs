using System.Security.Claims;
using System.Text.Encodings.Web;
using Certification.Signing.Federation;
using Certification.Signing.Trust;
using Certification.Workflows.Activities;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Certification.Web.Access;

/// <summary>Lets in other authorities: a bearer token signed with a federation key of the trust list, made for us, used once.</summary>
/// <remarks>Used tokens are remembered in memory: after a restart, or at a second node, one could be used again within its five
/// minutes. What it asks for is idempotent, so that repeating it gains nothing.</remarks>
public sealed class AuthorityTokens(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder,
    CurrentTrust trust, AuthorityProfile self, IMemoryCache used)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    private const string Prefix = "Bearer ";

    /// <inheritdoc/>
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return Task.FromResult(AuthenticateResult.NoResult());
        var token = FederationToken.Validate(header[Prefix.Length..].Trim(), trust.Snapshot, self.Code, TimeProvider.GetUtcNow(), out var fault);
        if (token is null) return Task.FromResult(AuthenticateResult.Fail(fault!.Message));
        var isFirstUse = false;
        used.GetOrCreate((nameof(AuthorityTokens), token.Authority, token.Id), entry =>
        {
            isFirstUse = true;
            entry.AbsoluteExpiration = token.ExpiresAt + FederationToken.LongestLife;
            return true;
        });
        return Task.FromResult(isFirstUse
            ? AuthenticateResult.Success(new AuthenticationTicket(Principal(token), Scheme.Name))
            : AuthenticateResult.Fail("The token was used before."));
    }

    private ClaimsPrincipal Principal(FederationToken token) => new(new ClaimsIdentity(
        [new Claim(Claims.Subject, token.Id), new Claim(Claims.Organisation, token.Authority)], Scheme.Name));
}
