using System.Collections.Concurrent;
using Azure.Core;

namespace Certification.Vault.Tests.StandIn;

/// <summary>Gives out tokens as Entra would: each good for one resource.</summary>
internal class StandInCredential : TokenCredential
{
    internal const string Tenant = "5f0d1f2e-0000-4000-8000-0000000000aa";

    /// <summary>Scope and tenant of each token that was asked for.</summary>
    internal ConcurrentQueue<(string Scope, string? Tenant)> Asked { get; } = new();

    internal static string Token(string scope) => $"token-for-{scope}";

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        Asked.Enqueue((requestContext.Scopes.Single(), requestContext.TenantId));
        return new(Token(requestContext.Scopes.Single()), TimeProvider.System.GetUtcNow().AddHours(1));
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
