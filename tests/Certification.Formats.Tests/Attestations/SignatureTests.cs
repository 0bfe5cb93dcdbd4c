using System.Security.Cryptography;
using System.Text;
using Certification.Domain.Evidence;
using Certification.Formats.Attestations;
using Xunit;

namespace Certification.Formats.Tests.Attestations;

/// <summary>Signs a statement with a key of its own and looks at it with this and other keys.</summary>
public sealed class SignatureTests
{
    private const string Statement = """
        {"_type": "https://in-toto.io/Statement/v1", "predicateType": "t", "predicate": {"timeVerified": "2026-02-01T00:00:00Z"},
         "subject": [{"name": "helper.safetensors", "digest": {"sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}}]}
        """;

    private static readonly ECDsa Signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private static readonly TrustedKey Key = new(Signer.ExportSubjectPublicKeyInfoPem(), "signer");

    [Fact]
    public async Task A_signature_by_a_trusted_key_is_valid_and_dated_by_its_statement() => Assert.Equal(
        new EnvelopeSignature(SignatureStanding.Valid, "signer", new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero)), await Read(Envelope(), Key));

    [Fact]
    public async Task The_period_of_the_key_comes_with_the_signature()
    {
        var end = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(end, (await Read(Envelope(), Key with { NotAfter = end })).KeyNotAfter);
    }

    [Fact]
    public async Task A_changed_statement_under_a_trusted_key_id_is_invalid() =>
        Assert.Equal(SignatureStanding.Invalid, (await Read(Envelope(signed: Statement.Replace("helper", "other")), Key)).Standing);

    [Fact]
    public async Task A_signature_by_somebody_else_is_by_an_unknown_key() =>
        Assert.Equal(SignatureStanding.KeyUnknown, (await Read(Envelope(keyId: "stranger"), Key with { Pem = OtherPem() })).Standing);

    [Fact]
    public async Task Somebody_else_under_the_name_of_a_trusted_key_is_invalid() =>
        Assert.Equal(SignatureStanding.Invalid, (await Read(Envelope(), Key with { Pem = OtherPem() })).Standing);

    [Fact]
    public async Task What_cannot_be_a_signature_is_invalid_even_without_keys() =>
        Assert.Equal(SignatureStanding.Invalid, (await Read(RunSamples.Dsse)).Standing);

    [Fact]
    public async Task Without_keys_nothing_is_verified() => Assert.Equal(SignatureStanding.Unverified, (await Read(Envelope())).Standing);

    [Fact]
    public void A_list_of_keys_has_ids_and_periods()
    {
        var pem = System.Text.Json.JsonSerializer.Serialize(Key.Pem);
        var key = Assert.Single(TrustedKeys.Parse($$"""{"keys": [{"pem": {{pem}}, "id": "signer", "notAfter": "2026-12-31T00:00:00Z"}]}""").Keys);
        Assert.Equal(("signer", 2026), (key.Id, key.NotAfter!.Value.Year));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"keys\": [{}]}")]
    [InlineData("{\"keys\": [{\"pem\": \"no key\"}]}")]
    [InlineData("{\"keys\": null}")]
    public void What_holds_no_key_is_refused(string text) => Assert.Throws<FormatException>(() => TrustedKeys.Parse(text));

    private static async Task<EnvelopeSignature> Read(string envelope, params TrustedKey[] keys) => Assert.Single((await EvidenceReader.ReadAsync(
        new MemoryStream(Encoding.UTF8.GetBytes(envelope)), ["any"], TestContext.Current.CancellationToken, keys)).Attestation!.Envelopes);

    private static string Envelope(string? signed = null, string keyId = "signer")
    {
        const string type = "application/vnd.in-toto+json";
        var encoded = Encoding.UTF8.GetBytes($"DSSEv1 {type.Length} {type} {Encoding.UTF8.GetByteCount(signed ?? Statement)} {signed ?? Statement}");
        var signature = Convert.ToBase64String(Signer.SignData(encoded, HashAlgorithmName.SHA256));
        return $$"""{"payload": "{{Convert.ToBase64String(Encoding.UTF8.GetBytes(Statement))}}", "payloadType": "{{type}}", "signatures": [{"sig": "{{signature}}", "keyid": "{{keyId}}"}]}""";
    }

    private static string OtherPem()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return other.ExportSubjectPublicKeyInfoPem();
    }
}
