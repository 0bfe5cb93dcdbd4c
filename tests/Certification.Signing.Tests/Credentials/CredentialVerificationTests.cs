using System.Text;
using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.Credentials;
using Certification.Signing.Log;
using Certification.Signing.StatusLists;
using Certification.Signing.Tests.Log;
using Certification.Signing.Verification;
using Certification.Signing.Xml;
using Certification.Testing;
using Certification.Testing.Certificates;
using Xunit;

namespace Certification.Signing.Tests.Credentials;

public sealed class CredentialVerificationTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Asked = SampleDraft.Day.AddDays(1).AddHours(2);
    private readonly SampleAuthority _xa = new();
    private SignedCertificate _signed = null!;
    private string _credential = "";

    public async ValueTask InitializeAsync()
    {
        _signed = await _xa.SignAsync(SampleDraft.Create() with { Log = SampleLog.Origin });
        _credential = await CredentialSigner.SignAsync(_signed.Certificate, _signed.CanonicalDigest, _xa.Keys.Issuing);
    }

    public ValueTask DisposeAsync()
    {
        _xa.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(StatusEntry.Valid)]
    [InlineData(StatusEntry.Invalid)]
    [InlineData(StatusEntry.Restricted)]
    public async Task A_credential_and_its_certificate_get_the_same_bytes_of_verdict(StatusEntry entry)
    {
        var inputs = await Inputs(entry);
        Assert.Equal(DomainJson.Bytes(CertificateVerification.Verify(_signed.Xml, inputs).Verdict), DomainJson.Bytes(Verify(inputs).Verdict));
        Assert.Equal(DomainJson.Bytes(Verify(inputs).Verdict), DomainJson.Bytes(Verify(inputs, _signed.Xml).Verdict));
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(400)]
    public async Task Outside_the_certificates_dates_the_credential_is_no_better(int days)
    {
        var inputs = (await Inputs()) with { At = SampleDraft.Day.AddDays(days) };
        Assert.Equal(DomainJson.Bytes(CertificateVerification.Verify(_signed.Xml, inputs).Verdict), DomainJson.Bytes(Verify(inputs).Verdict));
        Assert.Equal(VerificationOutcome.Invalid, Verify(inputs).Verdict.Outcome);
    }

    [Fact]
    public async Task Without_trust_or_status_a_credential_is_undetermined()
    {
        var inputs = await Inputs();
        Assert.Equal(["trust.missing"], Codes(Verify(inputs with { Trust = null })));
        Assert.Equal(["status.missing"], Codes(Verify(inputs with { StatusList = null })));
    }

    [Fact]
    public async Task The_certificates_log_proof_proves_the_credential_too()
    {
        var log = new SampleLog(new MemoryLogStore()).Open();
        var batch = await log.AppendAsync([LogEntry.Of(_signed.Certificate.Number, _signed.CanonicalDigest).Bytes()]);
        var path = await log.Tree(1).ProveInclusionAsync(0);
        var inputs = (await Inputs()) with { Log = new(SampleLog.Policy, new LogProof(0, path.Path, batch.Note.ToString()).ToString()) };
        Assert.Equal(VerificationOutcome.Valid, Verify(inputs).Verdict.Outcome);
        Assert.NotNull(Verify(inputs).Verdict.Checkpoint);
    }

    [Fact]
    public void Everything_withheld_in_the_certificate_is_the_same_commitment_in_the_credential()
    {
        var entries = ForgedCredential.Payload(_credential)["credentialSubject"]!["certificate"]!["evidence"]!.AsArray();
        var withheld = _signed.Certificate.Content.Evidence.Single(entry => entry.Visibility != Domain.Submissions.Visibility.Public);
        var shown = entries.Single(entry => (string?)entry!["kind"] == withheld.Kind)!.AsObject();
        Assert.Equal(withheld.Digest.Hex, (string?)shown["digest"]);
        Assert.Equal(["kind", "visibility", "independence", "digest", "facts"], shown.Select(member => member.Key));
    }

    [Fact]
    public void Header_and_claims_are_those_that_readers_of_other_makers_look_for()
    {
        var header = ForgedCredential.Header(_credential);
        var payload = ForgedCredential.Payload(_credential);
        Assert.Equal(("ES256", "vc+jwt", "vc"), ((string?)header["alg"], (string?)header["typ"], (string?)header["cty"]));
        Assert.Equal((string?)payload["issuer"]!["id"], (string?)header["iss"]);
        Assert.StartsWith((string?)header["iss"] + "#", (string?)header["kid"]);
        Assert.Equal("https://www.w3.org/ns/credentials/v2", (string?)payload["@context"]![0]);
        Assert.Equal(SampleDraft.StatusList, (string?)payload["status"]!["status_list"]!["uri"]);
        Assert.Equal(_signed.CanonicalDigest.Hex, (string?)payload["canonicalDigest"]);
    }

    [Fact]
    public async Task The_published_schema_holds_for_it()
    {
        Assert.SkipUnless(SchemaValidator.IsThere, SchemaValidator.WhyNot);
        var good = ForgedCredential.Payload(_credential);
        var bad = ForgedCredential.Payload(_credential);
        bad["canonicalDigest"] = "none";
        var answers = await SchemaValidator.Validate(
            Encoding.UTF8.GetString(CredentialDocuments.Schema), [good.ToJsonString(), bad.ToJsonString()], TestContext.Current.CancellationToken);
        Assert.Equal("true", answers[0]);
        Assert.NotEqual("true", answers[1]);
    }

    // Credentials name these documents by digest for ever: a change of one is a new version under a new name.
    [Fact]
    public void Context_and_schema_never_change()
    {
        Assert.Equal(
            ("5fb691671e88fe4d6a740462e20e87a4417aec31e1675ccd798fcdfc27d0c362", "f9246b7cfc36d0c315101736f60de0336570a3b094e7661bd52834b4a94f9066"),
            (Sha256Digest.Of(CredentialDocuments.Context).Hex, Sha256Digest.Of(CredentialDocuments.Schema).Hex));
    }

    [Fact]
    public async Task Only_the_key_that_signed_the_certificate_signs_its_credential() => await Assert.ThrowsAsync<ArgumentException>(
        () => CredentialSigner.SignAsync(_signed.Certificate, _signed.CanonicalDigest, _xa.Keys.Statement).AsTask());

    private async Task<VerificationInputs> Inputs(StatusEntry entry = StatusEntry.Valid) =>
        new(await _xa.TrustAsync(), await _xa.StatusAsync(entry), Asked, TimeSpan.FromHours(24));

    private VerificationResult Verify(VerificationInputs inputs, byte[]? xml = null) =>
        CredentialVerification.Verify(Encoding.UTF8.GetBytes(_credential), inputs, xml);

    private static IEnumerable<string> Codes(VerificationResult result) => result.Verdict.Reasons.Select(reason => reason.Code);
}
