using Azure.Core;
using Azure.Core.Pipeline;

namespace Certification.Vault;

/// <summary>Signs in as the vault demands: the first request goes without a token, and the vault's 401 names tenant and resource
/// (as in the public cloud <c>https://vault.azure.net</c>). From then on tokens go along at once.</summary>
internal sealed class VaultAuthentication(TokenCredential credential, Uri vault)
    : BearerTokenAuthenticationPolicy(credential, "https://vault.azure.net/.default")
{
    private volatile Demand? _demand;

    /// <inheritdoc/>
    protected override ValueTask AuthorizeRequestAsync(HttpMessage message) => _demand is { } demand
        ? AuthenticateAndAuthorizeRequestAsync(message, demand.Context(message))
        : ValueTask.CompletedTask;

    /// <inheritdoc/>
    protected override void AuthorizeRequest(HttpMessage message)
    {
        if (_demand is { } demand) AuthenticateAndAuthorizeRequest(message, demand.Context(message));
    }

    /// <inheritdoc/>
    protected override async ValueTask<bool> AuthorizeRequestOnChallengeAsync(HttpMessage message)
    {
        if (Read(message) is not { } demand) return false;
        _demand = demand;
        await AuthenticateAndAuthorizeRequestAsync(message, demand.Context(message));
        return true;
    }

    /// <inheritdoc/>
    protected override bool AuthorizeRequestOnChallenge(HttpMessage message)
    {
        if (Read(message) is not { } demand) return false;
        _demand = demand;
        AuthenticateAndAuthorizeRequest(message, demand.Context(message));
        return true;
    }

    private Demand? Read(HttpMessage message)
    {
        if (!message.Response.Headers.TryGetValue("WWW-Authenticate", out var header)
            || BearerChallenge.Parse(header) is not { } challenge)
        {
            return null;
        }

        // A host that asks for a token for somebody else's resource would get one that it can use there.
        if (challenge.Resource.Scheme != Uri.UriSchemeHttps
            || !vault.Host[(vault.Host.IndexOf('.') + 1)..].Equals(challenge.Resource.Host, StringComparison.OrdinalIgnoreCase))
        {
            throw new VaultException(
                "vault.refused", $"{vault} asks for a token for {challenge.Resource}, which is not its own cloud. Check the vault's address.");
        }

        return new Demand(challenge.Resource.GetLeftPart(UriPartial.Authority) + "/.default", challenge.Tenant);
    }

    private sealed record Demand(string Scope, string Tenant)
    {
        internal TokenRequestContext Context(HttpMessage message) => new([Scope], message.Request.ClientRequestId, tenantId: Tenant);
    }
}
