using Azure.Core;
using Azure.Identity;
using Certification.Vault.Tests.StandIn;

namespace Certification.Vault.Tests;

public sealed class VaultAuthenticationTests : IAsyncLifetime
{
    private StandInVault _vault = null!;

    public async ValueTask InitializeAsync()
    {
        _vault = await StandInVault.StartAsync();
        _vault.AddKey("issuing");
    }

    public ValueTask DisposeAsync() => _vault.DisposeAsync();

    [Fact]
    public async Task It_signs_in_to_the_resource_and_tenant_that_the_vault_names()
    {
        var credential = new StandInCredential();
        await Read(_vault.Connect(credential));
        Assert.Equal([("https://vault.azure.net/.default", StandInCredential.Tenant)], credential.Asked);
    }

    [Fact]
    public async Task Only_the_first_request_goes_without_a_token()
    {
        var connection = _vault.Connect();
        await Read(connection);
        await Read(connection);
        Assert.Equal(3, _vault.Requests.Count);
    }

    [Theory]
    [InlineData("https://storage.azure.com")]
    [InlineData("https://net")]
    [InlineData("http://vault.azure.net")]
    [InlineData("https://evil-vault.azure.net")]
    public async Task A_vault_that_asks_for_a_token_for_somebody_else_gets_none(string resource)
    {
        var credential = new StandInCredential();
        _vault.Resource = resource;

        var refusal = await Assert.ThrowsAsync<VaultException>(() => Read(_vault.Connect(credential)));

        Assert.Equal("vault.refused", refusal.Code);
        Assert.Empty(credential.Asked);
    }

    [Fact]
    public async Task An_identity_that_cannot_sign_in_is_told_so()
    {
        var refusal = await Assert.ThrowsAsync<VaultException>(() => Read(_vault.Connect(new NobodyCredential())));
        Assert.Equal("vault.sign-in-failed", refusal.Code);
    }

    private static Task Read(VaultConnection connection) =>
        VaultKey.ReadAsync(connection, "keys/issuing", TestContext.Current.CancellationToken);

    private sealed class NobodyCredential : StandInCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new CredentialUnavailableException("No managed identity endpoint found.");
    }
}
