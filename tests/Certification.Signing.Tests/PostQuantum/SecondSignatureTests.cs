using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.PostQuantum;
using Certification.Signing.Trust;
using Certification.Signing.Verification;
using Certification.Signing.Xml;
using Certification.Testing.Certificates;
using Xunit;

namespace Certification.Signing.Tests.PostQuantum;

/// <summary>A certificate with a second signature beside it: start with one that holds, break one thing, expect one reason.</summary>
public sealed class SecondSignatureTests : IAsyncLifetime
{
    private static readonly CertificateNumber Number = SampleDraft.Create().Number;
    private static readonly SecondSigningKey Key = SecondSigningKey.FromPem(SecondSigningKey.MakePem());
    private readonly SampleAuthority _xa = new();
    private SignedCertificate _signed = null!;
    private string _second = null!;

    public async ValueTask InitializeAsync()
    {
        _signed = await _xa.SignAsync();
        _second = SecondSignature.Sign(Number, _signed.CanonicalDigest, Key);
    }

    public ValueTask DisposeAsync()
    {
        _xa.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task With_a_second_signature_that_holds_it_is_valid() => Assert.Equal((VerificationOutcome.Valid, null), await Verdict(_second, required: true));

    [Fact]
    public async Task Without_one_nothing_changes_unless_the_verifier_requires_it()
    {
        Assert.Equal((VerificationOutcome.Valid, null), await Verdict(null));
        Assert.Equal((VerificationOutcome.Undetermined, "second-signature.missing"), await Verdict(null, required: true));
    }

    [Fact]
    public async Task One_that_was_changed_makes_it_invalid()
    {
        var changed = _second[..^10] + (_second[^10] == 'A' ? 'B' : 'A') + _second[^9..];
        Assert.Equal((VerificationOutcome.Invalid, "certificate.second-signature-invalid"), await Verdict(changed));
    }

    [Fact]
    public async Task One_by_another_key_in_this_keys_name_makes_it_invalid()
    {
        var thief = SecondSigningKey.FromPem(SecondSigningKey.MakePem());
        var forged = SecondSignature.Sign(Number, _signed.CanonicalDigest, thief).Split('.');
        var own = _second.Split('.');
        Assert.Equal((VerificationOutcome.Invalid, "certificate.second-signature-invalid"), await Verdict($"{own[0]}.{own[1]}.{forged[2]}"));
        Assert.Equal((VerificationOutcome.Undetermined, "second-signature.key-unknown"), await Verdict(string.Join('.', forged)));
    }

    [Fact]
    public async Task One_of_another_certificate_says_nothing() => Assert.Equal(
        (VerificationOutcome.Undetermined, "second-signature.other-document"), await Verdict(SecondSignature.Sign(Number, Sha256Digest.Of("another"u8), Key)));

    [Fact]
    public async Task One_by_an_algorithm_of_a_later_profile_says_nothing_to_this_version()
    {
        var header = DomainJson.Bytes(new SecondHeader("ML-DSA-87", "second-signature+jwt", Key.Public.Id));
        var later = $"{System.Buffers.Text.Base64Url.EncodeToString(header)}{_second[_second.IndexOf('.', StringComparison.Ordinal)..]}";
        Assert.Equal((VerificationOutcome.Undetermined, "second-signature.algorithm-unknown"), await Verdict(later));
    }

    [Fact]
    public async Task One_by_a_key_that_was_withdrawn_before_makes_it_invalid() => Assert.Equal(
        (VerificationOutcome.Invalid, "certificate.second-key-not-in-force"), await Verdict(_second, until: SampleDraft.Day.AddDays(-1)));

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("e30.e30.AAAA")]
    public async Task What_is_none_says_nothing(string text) =>
        Assert.Equal((VerificationOutcome.Undetermined, "second-signature.malformed"), await Verdict(text));

    [Fact]
    public void The_same_certificate_gets_the_same_bytes() => Assert.Equal(_second, SecondSignature.Sign(Number, _signed.CanonicalDigest, Key));

    private async Task<(VerificationOutcome Outcome, string? Code)> Verdict(string? second, bool required = false, DateTimeOffset? until = null)
    {
        var own = _xa.Describe() with { SecondKeys = [new TrustedSecondKey(Key.Public, SampleDraft.Day.AddDays(-30), until)] };
        var trust = await _xa.TrustAsync(_xa.TrustList() with { Authorities = [own] });
        var verdict = CertificateVerification.Verify(
            _signed.Xml,
            new(trust, await _xa.StatusAsync(), SampleDraft.Day.AddDays(1).AddHours(2), TimeSpan.FromHours(24), SecondSignature: second, RequiresSecondSignature: required)).Verdict;
        return (verdict.Outcome, verdict.Reasons.SingleOrDefault()?.Code);
    }
}
