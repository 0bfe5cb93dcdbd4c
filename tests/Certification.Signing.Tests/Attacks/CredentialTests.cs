using System.Text;
using System.Text.Json.Nodes;
using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.Credentials;
using Certification.Signing.Json;
using Certification.Signing.Keys;
using Certification.Signing.StatusLists;
using Certification.Signing.Tests.Credentials;
using Certification.Signing.Trust;
using Certification.Signing.Verification;
using Certification.Signing.Xml;
using Certification.Testing.Certificates;
using Xunit;

namespace Certification.Signing.Tests.Attacks;

/// <summary>Forged credentials, each refused for one reason. Those that the issuing key itself signed show that a credential says no more
/// than its certificate, whoever made it.</summary>
public sealed class CredentialTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Asked = SampleDraft.Day.AddDays(1).AddHours(2);
    private readonly SampleAuthority _xa = new();
    private readonly SampleAuthority _xb = new("XB", "Authority of Beispielland");
    private SignedCertificate _signed = null!;
    private string _credential = "";

    /// <summary>What is changed before the issuing key signs again, in the header (first) or in the payload, and the reason.</summary>
    public static TheoryData<string, bool, Action<JsonObject>, string> Signed => new()
    {
        { "no algorithm", true, header => header["alg"] = "none", "credential.malformed" },
        { "HMAC", true, header => header["alg"] = "HS256", "credential.malformed" },
        { "another curve", true, header => header["alg"] = "ES384", "credential.malformed" },
        { "a status list's type", true, header => header["typ"] = SignedJsonTypes.StatusList, "credential.malformed" },
        { "no type", true, header => header.Remove("typ"), "credential.malformed" },
        { "a key of its own", true, header => header["jwk"] = new JsonObject(), "credential.malformed" },
        { "an address of keys", true, header => header["jku"] = "https://evil.example", "credential.malformed" },
        { "a critical extension", true, header => header["crit"] = new JsonArray("b64"), "credential.malformed" },
        { "another key id", true, header => header["kid"] = "urn:certification:authority:XA#other", "credential.malformed" },
        { "no key id", true, header => header.Remove("kid"), "credential.malformed" },
        { "another issuer in the header", true, header => NameIssuer(header, "urn:certification:authority:XB"), "credential.issuer-differs" },
        { "an issuer of another form", true, header => NameIssuer(header, "https://xa.example"), "credential.issuer-differs" },
        { "another issuer beside the certificate", false, payload => payload["issuer"]!["id"] = "urn:certification:authority:XB", "credential.claims-differ" },
        { "a later end", false, payload => payload["validUntil"] = "2036-03-02T09:00:00+00:00", "credential.claims-differ" },
        { "another number", false, payload => payload["number"] = "XA-2026-000124", "credential.claims-differ" },
        { "another status list", false, payload => payload["credentialStatus"]!["statusList"] = "https://evil.example/status/1", "credential.claims-differ" },
        { "another place in the status claim", false, payload => payload["status"]!["status_list"]!["idx"] = 1, "credential.claims-differ" },
        { "another context", false, payload => payload["@context"]![1] = "https://evil.example/context", "credential.claims-differ" },
        { "another digest of the context", false, payload => payload["relatedResource"]![0]!["digestSRI"] = "sha256-AAAA", "credential.claims-differ" },
        { "another name of the system", false, payload => payload["credentialSubject"]!["name"] = "evil/model", "credential.claims-differ" },
        { "another canonical digest", false, payload => payload["canonicalDigest"] = Sha256Digest.Of("other"u8).Hex, "credential.digest-differs" },
        { "a limit that the certificate does not have", false, payload => Certificate(payload)["restrictions"]![0]!["value"] = "60000/min", "credential.digest-differs" },
        { "no restrictions", false, payload => Certificate(payload)["restrictions"] = new JsonArray(), "credential.digest-differs" },
        { "a later end in both", false, EndLater, "credential.digest-differs" },
        { "an earlier signing", false, payload => payload["signedAt"] = "2026-01-01T00:00:00+00:00", "credential.digest-differs" },
        { "a character that XML cannot carry", false, payload => Certificate(payload)["system"]!["name"] = "a\u0001b", "credential.digest-differs" },
        { "a status list that is no address", false, payload => Certificate(payload)["status"]!["list"] = "1.jwt", "credential.malformed" },
        { "a claim more", false, payload => payload["evil"] = true, "credential.malformed" },
        { "a claim less", false, payload => payload.Remove("status"), "credential.malformed" },
        { "the old envelope", false, payload => payload["vc"] = new JsonObject(), "credential.malformed" },
    };

    public async ValueTask InitializeAsync()
    {
        _signed = await _xa.SignAsync();
        _credential = await CredentialSigner.SignAsync(_signed.Certificate, _signed.CanonicalDigest, _xa.Keys.Issuing);
    }

    public ValueTask DisposeAsync()
    {
        _xa.Dispose();
        _xb.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Nothing_is_wrong_with_the_untouched_one() => Assert.Empty((await Verify(_credential)).Reasons);

    [Theory]
    [MemberData(nameof(Signed))]
    public async Task What_the_issuing_key_signed_counts_only_if_it_follows_from_the_certificate(
        string name, bool inHeader, Action<JsonObject> change, string code)
    {
        var forged = await ForgedCredential.Sign(_credential, _xa.Keys.Issuing, inHeader ? change : null, inHeader ? null : change);
        Assert.Equal((name, code), (name, await Invalid(forged)));
    }

    [Fact]
    public async Task A_credential_without_signature_is_refused()
    {
        var header = ForgedCredential.Header(_credential);
        header["alg"] = "none";
        Assert.Equal("credential.malformed", await Invalid($"{ForgedCredential.Encode(header)}.{_credential.Split('.')[1]}."));
    }

    [Fact]
    public async Task A_signature_of_another_key_in_the_name_of_the_issuing_key_is_refused() =>
        Assert.Equal("credential.signature-invalid", await Invalid(await ForgedCredential.Sign(_credential, _xb.Keys.Issuing)));

    [Theory]
    [InlineData("status")]
    [InlineData("statement")]
    [InlineData("root")]
    public async Task A_key_for_something_else_issues_no_credential(string use)
    {
        ISigningKey key = use switch { "status" => _xa.Keys.Status, "statement" => _xa.Keys.Statement, _ => _xa.Keys.Root };
        var verdict = await Verify(await ForgedCredential.Sign(_credential, key, header => NameKey(header, key)));
        Assert.Equal((VerificationOutcome.Undetermined, "trust.issuer-unknown"), (verdict.Outcome, verdict.Reasons.Single().Code));
    }

    [Fact]
    public async Task Another_authoritys_issuing_key_binds_itself_and_is_found_out_by_the_digest()
    {
        // The signer's thumbprint is part of the canonical body: a second key cannot adopt the first one's certificate.
        var key = _xb.Keys.Issuing;
        Assert.Equal("credential.digest-differs", await Invalid(await ForgedCredential.Sign(_credential, key, header => NameKey(header, key))));
    }

    [Fact]
    public async Task A_credential_beside_the_xml_of_another_certificate_is_refused()
    {
        var other = await _xa.SignAsync(SampleDraft.Create() with { KnownLimitations = ["None to speak of."] });
        Assert.Equal("credential.other-certificate", await Invalid(_credential, other.Xml));
    }

    [Fact]
    public async Task A_good_credential_does_not_heal_an_altered_certificate()
    {
        var altered = Encoding.UTF8.GetString(_signed.Xml).Replace("60/min", "61/min");
        Assert.Equal("certificate.digest-mismatch", await Invalid(_credential, Encoding.UTF8.GetBytes(altered)));
    }

    [Fact]
    public async Task A_certificate_given_as_credential_is_refused() =>
        Assert.Equal("credential.malformed", await Invalid(Encoding.UTF8.GetString(_signed.Xml)));

    [Fact]
    public async Task A_credential_given_as_status_list_or_trust_list_is_refused()
    {
        Assert.Null(StatusListToken.Open(_credential, await Trust(), Asked, out var fault));
        Assert.Equal("status.malformed", fault!.Code);
        Assert.Null(TrustStoreFile.OpenPinned(_credential, out fault));
        Assert.Equal("trust.malformed", fault!.Code);
    }

    [Fact]
    public async Task Every_character_counts()
    {
        var trust = await Trust();
        var inputs = new VerificationInputs(trust, await _xa.StatusAsync(), Asked, TimeSpan.FromHours(24));
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++)
        {
            var forged = _credential.ToCharArray();
            var at = random.Next(forged.Length);
            forged[at] = forged[at] == 'A' ? 'B' : 'A';
            var result = CredentialVerification.Verify(Encoding.ASCII.GetBytes(forged), inputs);
            Assert.NotEqual(VerificationOutcome.Valid, result.Verdict.Outcome);
            Assert.Null(result.Certificate);
        }
    }

    private static JsonNode Certificate(JsonObject payload) => payload["credentialSubject"]!["certificate"]!;

    private static void EndLater(JsonObject payload)
    {
        const string later = "2036-03-02T09:00:00+00:00";
        (payload["validUntil"], Certificate(payload)["validity"]!["notAfter"]) = (later, later);
    }

    private static void NameIssuer(JsonObject header, string issuer) =>
        (header["iss"], header["kid"]) = (issuer, $"{issuer}#{(string?)header["x5t#S256"]}");

    private static void NameKey(JsonObject header, ISigningKey key)
    {
        header["x5t#S256"] = System.Buffers.Text.Base64Url.EncodeToString(VerificationKey.ThumbprintOf(key.Certificate).ToBytes());
        NameIssuer(header, (string)header["iss"]!);
    }

    private Task<TrustStore> Trust() => _xa.TrustAsync(_xa.TrustList(_xb));

    private async Task<VerificationVerdict> Verify(string credential, byte[]? xml = null) => CredentialVerification.Verify(
        Encoding.UTF8.GetBytes(credential), new(await Trust(), await _xa.StatusAsync(), Asked, TimeSpan.FromHours(24)), xml).Verdict;

    private async Task<string> Invalid(string credential, byte[]? xml = null)
    {
        var verdict = await Verify(credential, xml);
        Assert.Equal((VerificationOutcome.Invalid, 1, null, null), (verdict.Outcome, verdict.Reasons.Count, verdict.Number, verdict.CertificateDigest));
        Assert.NotNull(verdict.NextStep);
        return verdict.Reasons[0].Code;
    }
}
