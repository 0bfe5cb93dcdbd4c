using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Certification.Signing.Json;
using Certification.Signing.Keys;
using Certification.Signing.Trust;
using Certification.Testing.Certificates;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace Certification.Signing.Tests.Json;

public sealed class SignedJsonTests : IDisposable
{
    private readonly SampleAuthority _xa = new();

    public void Dispose() => _xa.Dispose();

    [Fact]
    public async Task A_general_jwt_library_verifies_what_is_signed_here()
    {
        var compact = await SignedJson.SignAsync(SignedJsonTypes.Rulebook, new { Iss = "XA" }, _xa.Keys.Statement);
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(compact, new TokenValidationParameters
        {
            IssuerSigningKey = new ECDsaSecurityKey(System.Security.Cryptography.X509Certificates.ECDsaCertificateExtensions.GetECDsaPublicKey(_xa.Keys.Statement.Certificate)),
            ValidTypes = [SignedJsonTypes.Rulebook],
            ValidIssuer = "XA",
            ValidateAudience = false,
            ValidateLifetime = false,
        });
        Assert.True(result.IsValid, result.Exception?.Message);
    }

    [Fact]
    public async Task A_document_opens_with_the_key_that_is_trusted_for_its_use()
    {
        var compact = await SignedJson.SignAsync(SignedJsonTypes.Rulebook, new { Id = "xa" }, _xa.Keys.Statement);
        var opened = Open(compact, await _xa.TrustAsync(), out var fault);
        Assert.Null(fault);
        Assert.Equal(("XA", """{"id":"xa"}"""), (opened!.Authority, Encoding.UTF8.GetString(opened.Document.Payload.Span)));
    }

    [Fact]
    public async Task A_document_of_another_type_does_not_open()
    {
        var compact = await SignedJson.SignAsync(SignedJsonTypes.RecognitionStatement, new { Id = "xa" }, _xa.Keys.Statement);
        Assert.Null(Open(compact, await _xa.TrustAsync(), out var fault));
        Assert.Equal("document.malformed", fault!.Code);
    }

    [Theory]
    [InlineData("""{"alg":"none","typ":"rulebook+jwt","x5t#S256":"@"}""")]
    [InlineData("""{"alg":"HS256","typ":"rulebook+jwt","x5t#S256":"@"}""")]
    [InlineData("""{"alg":"ES256","typ":"rulebook+jwt","x5t#S256":"@","crit":["exp"]}""")]
    [InlineData("""{"alg":"ES256","typ":"rulebook+jwt","x5t#S256":"@","jwk":{}}""")]
    [InlineData("""{"alg":"ES256","alg":"ES256","typ":"rulebook+jwt","x5t#S256":"@"}""")]
    [InlineData("""{"alg":"ES256","typ":"rulebook+jwt"}""")]
    [InlineData("""{"alg":"ES256","typ":"rulebook+jwt","x5t#S256":"AAAA"}""")]
    [InlineData("[]")]
    public async Task A_header_of_any_other_form_does_not_open(string header)
    {
        var thumbprint = Base64Url.EncodeToString(VerificationKey.ThumbprintOf(_xa.Keys.Statement.Certificate).ToBytes());
        Assert.Null(Open(await Sign(header.Replace("@", thumbprint)), await _xa.TrustAsync(), out var fault));
        Assert.Equal("document.malformed", fault!.Code);
    }

    [Fact]
    public async Task A_changed_payload_does_not_open()
    {
        var parts = (await SignedJson.SignAsync(SignedJsonTypes.Rulebook, new { Id = "xa" }, _xa.Keys.Statement)).Split('.');
        var forged = $"{parts[0]}.{Base64Url.EncodeToString("{\"id\":\"xb\"}"u8)}.{parts[2]}";
        Assert.Null(Open(forged, await _xa.TrustAsync(), out var fault));
        Assert.Equal("document.signature-invalid", fault!.Code);
    }

    [Fact]
    public async Task A_key_outside_its_dates_opens_nothing()
    {
        var compact = await SignedJson.SignAsync(SignedJsonTypes.Rulebook, new { Id = "xa" }, _xa.Keys.Statement);
        Assert.Null((await _xa.TrustAsync()).Open(compact, SignedJsonTypes.Rulebook, ServiceKind.Statement, SampleDraft.Day.AddYears(6), out var fault));
        Assert.Equal("document.signer-not-in-force", fault!.Code);
    }

    private static TrustedJson? Open(string compact, TrustStore trust, out Certification.Domain.Reason? fault) =>
        trust.Open(compact, SignedJsonTypes.Rulebook, ServiceKind.Statement, SampleDraft.Day, out fault);

    private async Task<string> Sign(string header)
    {
        var input = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString("{}"u8)}";
        return $"{input}.{Base64Url.EncodeToString(await _xa.Keys.Statement.SignAsync(SHA256.HashData(Encoding.ASCII.GetBytes(input))))}";
    }
}
