using Certification.Domain;
using Certification.Signing.Federation;
using Certification.Signing.Json;
using Certification.Testing.Certificates;
using Xunit;

namespace Certification.Signing.Tests.Federation;

public sealed class FederationTokenTests : IDisposable
{
    private static readonly DateTimeOffset Now = SampleDraft.Day.AddDays(1);
    private readonly SampleAuthority _xa = new();

    public void Dispose() => _xa.Dispose();

    [Fact]
    public async Task An_assertion_says_who_speaks()
    {
        var (token, fault) = await Validate(await Token());
        Assert.Null(fault);
        Assert.Equal(("XA", "id-1", Now.AddMinutes(5)), (token!.Authority, token.Id, token.ExpiresAt));
    }

    [Fact]
    public async Task An_assertion_for_another_authority_is_refused() =>
        Assert.Equal("federation.wrong-audience", (await Validate(await Token(audience: "XC"))).Fault!.Code);

    [Fact]
    public async Task An_assertion_in_another_authoritys_name_is_refused() =>
        Assert.Equal("federation.wrong-issuer", (await Validate(await Token(issuer: "XB"))).Fault!.Code);

    [Theory]
    [InlineData(6)]
    [InlineData(-2)]
    public async Task An_assertion_is_good_for_five_minutes(int minutesLater) =>
        Assert.Equal("federation.expired", (await Validate(await Token(), Now.AddMinutes(minutesLater))).Fault!.Code);

    [Fact]
    public async Task An_assertion_that_claims_a_longer_life_is_refused()
    {
        var claims = new { Iss = "XA", Aud = "XB", Iat = Now.ToUnixTimeSeconds(), Exp = Now.AddHours(1).ToUnixTimeSeconds(), Jti = "id-1" };
        var token = await SignedJson.SignAsync(SignedJsonTypes.Federation, claims, _xa.Keys.Federation);
        Assert.Equal("federation.expired", (await Validate(token)).Fault!.Code);
    }

    [Fact]
    public async Task An_assertion_signed_with_the_issuing_key_is_refused()
    {
        var token = await FederationToken.CreateAsync("XA", "XB", "id-1", Now, _xa.Keys.Issuing);
        Assert.Equal("federation.signer-unknown", (await Validate(token)).Fault!.Code);
    }

    private ValueTask<string> Token(string issuer = "XA", string audience = "XB") =>
        FederationToken.CreateAsync(issuer, audience, "id-1", Now, _xa.Keys.Federation);

    private async Task<(FederationToken? Token, Reason? Fault)> Validate(string compact, DateTimeOffset? at = null)
    {
        var token = FederationToken.Validate(compact, await _xa.TrustAsync(), "XB", at ?? Now, out var fault);
        return (token, fault);
    }
}
