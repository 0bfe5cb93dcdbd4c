using System.Security.Cryptography.X509Certificates;
using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.Json;
using Certification.Signing.Keys;
using Certification.Signing.StatusLists;
using Certification.Signing.Verification;
using Certification.Testing.Certificates;
using Xunit;

namespace Certification.Signing.Tests.Attacks;

/// <summary>Everything is signed, by somebody who may not sign it, or long ago, or about something else.</summary>
public sealed class AuthorityTests : IDisposable
{
    private static readonly DateTimeOffset Asked = SampleDraft.Day.AddDays(1).AddHours(2);
    private readonly SampleAuthority _xa = new();
    private readonly SampleAuthority _xb = new("XB", "Authority of Beispielland");

    public void Dispose()
    {
        _xa.Dispose();
        _xb.Dispose();
    }

    [Fact]
    public async Task Nothing_is_wrong_with_the_untouched_one() =>
        Assert.Empty((await Verify((await _xa.SignAsync()).Xml)).Reasons);

    [Fact]
    public async Task Another_authority_that_signs_in_the_name_of_this_one_is_refused() =>
        await Refused((await _xb.SignAsync()).Xml, "certificate.issuer-mismatch");

    [Fact]
    public async Task Another_authoritys_number_under_ones_own_name_is_refused()
    {
        var draft = SampleDraft.Create() with { Issuer = new("XB", "Authority of Beispielland") };
        await Refused(await RogueSigner.SignAsync(draft, _xb.Keys.Issuing), "certificate.issuer-mismatch");
    }

    [Fact]
    public async Task Words_of_the_issuer_that_are_no_certificate_by_the_schema_are_refused()
    {
        var file = await RogueSigner.SignAsync(SampleDraft.Create(), _xa.Keys.Issuing, body => body.Replace("<Number>", "<Number>XA-2026-000124</Number><Number>"));
        await Refused(file, "certificate.schema-violated");
    }

    [Fact]
    public async Task A_signature_of_one_key_in_the_name_of_another_is_refused() => await Refused(
        (await _xa.SignAsync(key: new Borrowed(_xa.Keys.Issuing.Certificate, _xb.Keys.Issuing))).Xml, "certificate.signature-invalid");

    [Theory]
    [InlineData("status")]
    [InlineData("statement")]
    [InlineData("root")]
    public async Task A_key_for_something_else_issues_nothing(string use)
    {
        ISigningKey key = use switch { "status" => _xa.Keys.Status, "statement" => _xa.Keys.Statement, _ => _xa.Keys.Root };
        await Refused((await _xa.SignAsync(key: key)).Xml, "trust.issuer-unknown");
    }

    [Fact]
    public async Task The_status_list_of_other_certificates_does_not_speak_for_this_one() => await Refused(
        await _xa.StatusAsync(subject: "https://xa.example/status/2"), "status.wrong-list");

    [Fact]
    public async Task A_status_list_of_another_authority_at_the_same_address_does_not_speak_for_this_one() =>
        await Refused(await _xb.StatusAsync(), "status.wrong-signer");

    [Fact]
    public async Task A_shortened_status_list_does_not_speak_for_this_one() => await Refused(
        await StatusListToken.SignAsync(StatusList.FromBytes(new byte[64]), SampleDraft.StatusList, Asked, TimeSpan.FromDays(1), TimeSpan.FromHours(1), _xa.Keys.Status),
        "status.wrong-list");

    [Fact]
    public async Task A_replayed_old_status_list_is_refused() =>
        await Refused(await _xa.StatusAsync(issuedAt: Asked.AddDays(-2)), "status.stale");

    [Fact]
    public async Task A_status_list_from_the_future_is_refused() =>
        await Refused(await _xa.StatusAsync(issuedAt: Asked.AddDays(2)), "status.later-than-asked");

    [Fact]
    public async Task A_status_list_that_the_issuing_key_signed_is_refused() => await Refused(
        await StatusListToken.SignAsync(StatusList.Create(), SampleDraft.StatusList, Asked, TimeSpan.FromDays(1), TimeSpan.FromHours(1), _xa.Keys.Issuing),
        "status.signer-unknown");

    [Fact]
    public async Task Another_document_of_the_status_key_is_no_status_list() => await Refused(
        await SignedJson.SignAsync(SignedJsonTypes.RecognitionStatement, new { sub = SampleDraft.StatusList }, _xa.Keys.Status), "status.malformed");

    [Fact]
    public async Task An_unsigned_status_list_is_refused()
    {
        var parts = (await _xa.StatusAsync()).Split('.');
        var none = System.Buffers.Text.Base64Url.EncodeToString("""{"alg":"none","typ":"statuslist+jwt"}"""u8);
        await Refused($"{none}.{parts[1]}.", "status.malformed");
    }

    [Fact]
    public async Task A_status_list_with_one_bit_changed_is_refused()
    {
        var token = await _xa.StatusAsync(StatusEntry.Invalid);
        var at = token.IndexOf('.') + 20;
        await Refused(token[..at] + (token[at] == 'A' ? 'B' : 'A') + token[(at + 1)..], "status.signature-invalid");
    }

    [Fact]
    public async Task A_second_certificate_of_one_number_is_refused()
    {
        var (first, second) = (await _xa.SignAsync(), await _xa.SignAsync(SampleDraft.Create() with { KnownLimitations = ["None to speak of."] }));
        var record = await Record(first.Certificate.Number, first.CanonicalDigest);
        Assert.Empty((await Verify(first.Xml, record: record)).Reasons);
        await Refused(second.Xml, "certificate.number-reused", record: record);
    }

    [Fact]
    public async Task The_status_record_of_another_certificate_does_not_speak_for_this_one()
    {
        var signed = await _xa.SignAsync();
        await Refused(signed.Xml, "status-record.wrong-certificate", record: await Record(CertificateNumber.Parse("XA-2026-000124"), signed.CanonicalDigest));
    }

    [Fact]
    public async Task A_status_list_given_as_status_record_is_refused() =>
        await Refused((await _xa.SignAsync()).Xml, "status-record.malformed", record: await _xa.StatusAsync());

    private ValueTask<string> Record(CertificateNumber number, Sha256Digest digest) => StatusRecord.SignAsync(
        new("XA", number, digest, CertificateStatus.Valid, SampleDraft.Day, null, null, SampleDraft.Day), _xa.Keys.Status);

    private async Task<VerificationVerdict> Verify(byte[] file, string? status = null, string? record = null) => CertificateVerification.Verify(
        file, new(await _xa.TrustAsync(_xa.TrustList(_xb)), status ?? await _xa.StatusAsync(), Asked, TimeSpan.FromHours(24), StatusRecord: record)).Verdict;

    private async Task Refused(byte[] file, string code, string? status = null, string? record = null)
    {
        var verdict = await Verify(file, status, record);
        Assert.NotEqual(VerificationOutcome.Valid, verdict.Outcome);
        Assert.Equal([code], verdict.Reasons.Select(reason => reason.Code));
        Assert.NotNull(verdict.NextStep);
    }

    private async Task Refused(string status, string code) => await Refused((await _xa.SignAsync()).Xml, code, status);

    /// <summary>Says that it is one key and signs with another.</summary>
    private sealed record Borrowed(X509Certificate2 Certificate, ISigningKey Actual) : ISigningKey
    {
        public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> sha256, CancellationToken cancellationToken = default) => Actual.SignAsync(sha256, cancellationToken);
    }
}
