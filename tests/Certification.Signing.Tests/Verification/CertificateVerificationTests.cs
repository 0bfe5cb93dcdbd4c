using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.StatusLists;
using Certification.Signing.Trust;
using Certification.Signing.Verification;
using Certification.Testing.Certificates;
using Xunit;

namespace Certification.Signing.Tests.Verification;

public sealed class CertificateVerificationTests : IDisposable
{
    private static readonly DateTimeOffset Asked = SampleDraft.Day.AddDays(1).AddHours(2);
    private readonly SampleAuthority _xa = new();

    public void Dispose() => _xa.Dispose();

    [Fact]
    public async Task A_signed_certificate_with_trust_and_fresh_status_is_valid()
    {
        var signed = await _xa.SignAsync();
        var result = CertificateVerification.Verify(signed.Xml, await Inputs());

        Assert.Equal((VerificationOutcome.Valid, 0, null), (result.Verdict.Outcome, result.Verdict.Reasons.Count, result.Verdict.NextStep));
        Assert.Equal(signed.CanonicalDigest, result.Verdict.CertificateDigest);
        Assert.Equal(signed.Certificate.Content.Digest(), result.Certificate!.Content.Digest());
    }

    [Fact]
    public async Task A_document_that_told_where_its_status_is_gets_the_same_verdict_without_being_checked_again()
    {
        var (signed, inputs) = (await _xa.SignAsync(), await Inputs());
        var first = CertificateVerification.Verify(signed.Xml, inputs with { StatusList = null });

        Assert.Equal("status.missing", first.Verdict.Reasons[0].Code);
        Assert.Equal(
            DomainJson.Bytes(CertificateVerification.Verify(signed.Xml, inputs).Verdict), DomainJson.Bytes(first.With(inputs).Verdict));
    }

    [Fact]
    public async Task A_signature_that_was_checked_by_one_trust_says_nothing_under_another()
    {
        using var other = new SampleAuthority("XB");
        var inputs = await Inputs();
        var first = CertificateVerification.Verify((await _xa.SignAsync()).Xml, inputs);
        var trust = await other.TrustAsync();
        Assert.Throws<ArgumentException>(() => first.With(inputs with { Trust = trust }));
    }

    [Fact]
    public async Task The_issuers_certificates_in_a_pem_file_are_trust_enough()
    {
        var trust = TrustStoreFile.OpenPinned(_xa.Keys.Certificates(), out _);
        await Expect(await Inputs() with { Trust = trust }, VerificationOutcome.Valid, null);
    }

    [Fact]
    public async Task Without_trust_it_is_undetermined() =>
        await Expect(new(null, await _xa.StatusAsync(), Asked, TimeSpan.FromHours(24)), VerificationOutcome.Undetermined, "trust.missing");

    [Fact]
    public async Task With_trust_in_others_only_it_is_undetermined()
    {
        using var xb = new SampleAuthority("XB", "Authority of Beispielland");
        await Expect(await Inputs() with { Trust = await xb.TrustAsync() }, VerificationOutcome.Undetermined, "trust.issuer-unknown");
    }

    [Fact]
    public async Task With_a_trust_list_past_its_update_it_is_undetermined()
    {
        var trust = await _xa.TrustAsync(_xa.TrustList() with { NextUpdate = Asked });
        await Expect(await Inputs() with { Trust = trust }, VerificationOutcome.Undetermined, "trust.stale");
    }

    [Fact]
    public async Task Without_status_it_is_undetermined() =>
        await Expect(await Inputs() with { StatusList = null }, VerificationOutcome.Undetermined, "status.missing");

    [Fact]
    public async Task With_a_status_list_older_than_accepted_it_is_undetermined() =>
        await Expect(await Inputs() with { MaxAge = TimeSpan.FromHours(1) }, VerificationOutcome.Undetermined, "status.stale");

    [Fact]
    public async Task With_an_expired_status_list_it_is_undetermined() =>
        await Expect(await Inputs() with { At = Asked.AddDays(8), MaxAge = TimeSpan.FromDays(99) }, VerificationOutcome.Undetermined, "status.stale");

    [Fact]
    public async Task A_status_list_from_after_the_instant_says_nothing_about_it() => await Expect(
        await Inputs() with { StatusList = await _xa.StatusAsync(StatusEntry.Invalid, Asked.AddDays(1)) }, VerificationOutcome.Undetermined, "status.later-than-asked");

    [Fact]
    public async Task Another_status_list_of_the_issuer_says_nothing() => await Expect(
        await Inputs() with { StatusList = await _xa.StatusAsync(subject: "https://xa.example/status/2") }, VerificationOutcome.Undetermined, "status.wrong-list");

    [Fact]
    public async Task Another_authoritys_status_list_says_nothing()
    {
        using var xb = new SampleAuthority("XB", "Authority of Beispielland");
        var inputs = await Inputs() with { Trust = await _xa.TrustAsync(_xa.TrustList(xb)), StatusList = await xb.StatusAsync() };
        await Expect(inputs, VerificationOutcome.Undetermined, "status.wrong-signer");
    }

    [Fact]
    public async Task A_status_list_signed_by_the_issuing_key_says_nothing()
    {
        var forged = await StatusListToken.SignAsync(
            StatusList.Create(), SampleDraft.StatusList, Asked, TimeSpan.FromDays(1), TimeSpan.FromHours(1), _xa.Keys.Issuing);
        await Expect(await Inputs() with { StatusList = forged }, VerificationOutcome.Undetermined, "status.signer-unknown");
    }

    [Theory]
    [InlineData(StatusEntry.Invalid, VerificationOutcome.Invalid, "certificate.withdrawn")]
    [InlineData(StatusEntry.Suspended, VerificationOutcome.Invalid, "certificate.suspended")]
    [InlineData(StatusEntry.Restricted, VerificationOutcome.Undetermined, "certificate.restricted")]
    public async Task The_status_entry_decides(StatusEntry entry, VerificationOutcome outcome, string code) =>
        await Expect(await Inputs() with { StatusList = await _xa.StatusAsync(entry) }, outcome, code);

    [Fact]
    public async Task Withdrawal_is_final_however_old_the_list_that_says_so() => await Expect(
        await Inputs() with { StatusList = await _xa.StatusAsync(StatusEntry.Invalid), At = Asked.AddDays(20) }, VerificationOutcome.Invalid, "certificate.withdrawn");

    [Fact]
    public async Task Before_its_validity_it_is_invalid() =>
        await Expect(await Inputs() with { At = SampleDraft.Day.AddSeconds(-1) }, VerificationOutcome.Invalid, "certificate.not-yet-valid");

    [Fact]
    public async Task At_the_end_of_its_validity_it_is_invalid() =>
        await Expect(await Inputs() with { At = SampleDraft.Day.AddDays(365) }, VerificationOutcome.Invalid, "certificate.expired");

    [Fact]
    public async Task A_certificate_in_another_authoritys_name_is_invalid()
    {
        using var xb = new SampleAuthority("XB", "Authority of Beispielland");
        var signed = await xb.SignAsync();
        var inputs = await Inputs() with { Trust = await _xa.TrustAsync(_xa.TrustList(xb)) };
        Assert.Equal("certificate.issuer-mismatch", CertificateVerification.Verify(signed.Xml, inputs).Verdict.Reasons[0].Code);
    }

    [Fact]
    public async Task The_same_question_gives_the_same_bytes()
    {
        var (signed, inputs) = (await _xa.SignAsync(), await Inputs());
        Assert.Equal(
            DomainJson.Bytes(CertificateVerification.Verify(signed.Xml, inputs).Verdict),
            DomainJson.Bytes(CertificateVerification.Verify(signed.Xml, inputs).Verdict));
    }

    private async Task<VerificationInputs> Inputs() =>
        new(await _xa.TrustAsync(), await _xa.StatusAsync(), Asked, TimeSpan.FromHours(24));

    private async Task Expect(VerificationInputs inputs, VerificationOutcome outcome, string? code)
    {
        var verdict = CertificateVerification.Verify((await _xa.SignAsync()).Xml, inputs).Verdict;
        Assert.Equal((outcome, code), (verdict.Outcome, verdict.Reasons.SingleOrDefault()?.Code));
        Assert.Equal(code is null, verdict.NextStep is null);
    }
}
