using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.StatusLists;
using Certification.Signing.Trust;
using Certification.Signing.Verification;
using Certification.Testing.Certificates;
using Xunit;

namespace Certification.Signing.Tests.StatusLists;

public sealed class StatusRecordTests : IDisposable
{
    private static readonly DateTimeOffset Asked = SampleDraft.Day.AddDays(1).AddHours(2);
    private static readonly DateTimeOffset Since = SampleDraft.Day.AddDays(1);
    private readonly SampleAuthority _xa = new();

    public void Dispose() => _xa.Dispose();

    [Fact]
    public async Task A_record_that_says_valid_does_not_object()
    {
        var verdict = await Verify(record => record with { Status = CertificateStatus.Valid });
        Assert.Equal(VerificationOutcome.Valid, verdict.Outcome);
        Assert.NotNull(verdict.StatusRecord);
    }

    [Theory]
    [InlineData(CertificateStatus.Withdrawn, VerificationOutcome.Invalid, "certificate.withdrawn")]
    [InlineData(CertificateStatus.Superseded, VerificationOutcome.Invalid, "certificate.superseded")]
    [InlineData(CertificateStatus.Suspended, VerificationOutcome.Invalid, "certificate.suspended")]
    [InlineData(CertificateStatus.Restricted, VerificationOutcome.Undetermined, "certificate.restricted")]
    public async Task A_record_tells_since_when_and_why(CertificateStatus status, VerificationOutcome outcome, string code)
    {
        var verdict = await Verify(record => record with { Status = status, Reason = "withdrawal.safety" });
        Assert.Equal((outcome, code), (verdict.Outcome, verdict.Reasons.Single().Code));
        Assert.Contains("2026-03-03 09:00:00Z", verdict.Reasons[0].Message);
    }

    [Fact]
    public async Task A_record_names_the_certificate_that_follows()
    {
        var verdict = await Verify(record => record with { Status = CertificateStatus.Superseded, Successor = CertificateNumber.Parse("XA-2027-000001") });
        Assert.Contains("XA-2027-000001", verdict.NextStep);
    }

    [Fact]
    public async Task What_happened_later_says_nothing_about_the_instant_asked() =>
        Assert.Empty((await Verify(record => record with { Status = CertificateStatus.Withdrawn, Since = Asked.AddSeconds(1), IssuedAt = Asked.AddDays(9) })).Reasons);

    [Fact]
    public async Task A_withdrawal_counts_however_old_the_record()
    {
        var verdict = await Verify(record => record with { Status = CertificateStatus.Withdrawn }, Asked.AddDays(5));
        Assert.Equal("certificate.withdrawn", verdict.Reasons.Single().Code);
    }

    [Fact]
    public async Task A_record_of_another_authority_is_refused()
    {
        using var xb = new SampleAuthority("XB", "Authority of Beispielland");
        var (signed, trust) = (await _xa.SignAsync(), await _xa.TrustAsync(_xa.TrustList(xb)));
        var text = await StatusRecord.SignAsync(Record(signed.CanonicalDigest), xb.Keys.Status);
        Assert.Null(StatusRecord.Open(text, trust, out var fault));
        Assert.Equal("status-record.wrong-signer", fault!.Code);
    }

    [Theory]
    [InlineData(0.5, VerificationOutcome.Invalid, "certificate.not-yet-valid")]
    [InlineData(1.5, VerificationOutcome.Valid, null)]
    [InlineData(2.5, VerificationOutcome.Invalid, "certificate.suspended")]
    [InlineData(3.5, VerificationOutcome.Valid, null)]
    [InlineData(4.5, VerificationOutcome.Invalid, "certificate.withdrawn")]
    public async Task A_record_alone_answers_for_every_instant_before_it_was_issued(double days, VerificationOutcome outcome, string? code)
    {
        var verdict = await WithoutList(Lived, SampleDraft.Day.AddDays(days));
        Assert.Equal((outcome, code), (verdict.Outcome, verdict.Reasons.SingleOrDefault()?.Code));
    }

    [Fact]
    public async Task After_it_was_issued_a_record_that_says_valid_needs_a_list_beside_it()
    {
        var verdict = await WithoutList(record => record with { Earlier = [] }, Since.AddSeconds(1));
        Assert.Equal("status.missing", verdict.Reasons.Single().Code);
    }

    [Fact]
    public async Task A_list_from_after_the_instant_asked_does_no_harm_beside_a_record_that_knows()
    {
        var signed = await _xa.SignAsync();
        var record = await StatusRecord.SignAsync(Lived(Record(signed.CanonicalDigest)), _xa.Keys.Status);
        var list = await _xa.StatusAsync(StatusEntry.Invalid, SampleDraft.Day.AddDays(5));
        var inputs = new VerificationInputs(await _xa.TrustAsync(), list, SampleDraft.Day.AddDays(3.5), TimeSpan.FromHours(24));
        Assert.Equal("status.later-than-asked", CertificateVerification.Verify(signed.Xml, inputs).Verdict.Reasons.Single().Code);
        Assert.Equal(VerificationOutcome.Valid, CertificateVerification.Verify(signed.Xml, inputs with { StatusRecord = record }).Verdict.Outcome);
    }

    [Fact]
    public async Task A_later_list_that_says_valid_overtakes_the_record_of_a_suspension()
    {
        var verdict = await Verify(record => record with { Status = CertificateStatus.Suspended, Since = SampleDraft.Day, IssuedAt = SampleDraft.Day });
        Assert.Equal(VerificationOutcome.Valid, verdict.Outcome);
    }

    [Fact]
    public async Task An_old_record_tells_why_when_a_fresh_list_says_the_same()
    {
        var signed = await _xa.SignAsync();
        var record = await StatusRecord.SignAsync(
            Record(signed.CanonicalDigest) with { Status = CertificateStatus.Suspended, Reason = "suspension.incident" }, _xa.Keys.Status);
        var later = Since.AddDays(6);
        var verdict = CertificateVerification.Verify(
            signed.Xml,
            new(await _xa.TrustAsync(), await _xa.StatusAsync(StatusEntry.Suspended, later), later, TimeSpan.FromHours(24), StatusRecord: record)).Verdict;
        Assert.Contains("suspension.incident", verdict.Reasons.Single().Message);
    }

    [Fact]
    public async Task A_record_whose_steps_are_out_of_order_is_malformed()
    {
        var verdict = await WithoutList(record => Lived(record) with { Since = SampleDraft.Day }, Asked);
        Assert.Equal("status-record.malformed", verdict.Reasons.Single().Code);
    }

    [Fact]
    public async Task A_record_outlives_the_key_that_signed_it()
    {
        var signed = await _xa.SignAsync();
        var record = await StatusRecord.SignAsync(Record(signed.CanonicalDigest), _xa.Keys.Status);
        var trust = await _xa.TrustAsync();
        Assert.NotNull(StatusRecord.Open(record, trust, out _));
        var early = await StatusRecord.SignAsync(Record(signed.CanonicalDigest) with { IssuedAt = Since.AddYears(-40) }, _xa.Keys.Status);
        Assert.Null(StatusRecord.Open(early, trust, out var fault));
        Assert.Equal("status-record.signer-not-in-force", fault!.Code);
    }

    [Theory]
    [InlineData(false, 5, null)]
    [InlineData(false, 0.5, "status-record.signer-not-in-force")]
    [InlineData(true, 5, "status-record.signer-compromised")]
    public async Task A_key_that_was_retired_leaves_its_records_good_and_one_that_was_compromised_does_not(bool isCompromised, double untilDays, string? code)
    {
        var until = SampleDraft.Day.AddDays(untilDays);
        var authority = _xa.TrustList().Authorities[0];
        var services = authority.Services.Select(service => service.Kind == ServiceKind.Status
            ? service with { Status = ServiceStatus.Withdrawn, Until = until, CompromisedAt = isCompromised ? until : null }
            : service);
        var trust = await _xa.TrustAsync(_xa.TrustList() with { Authorities = [authority with { Services = [.. services] }] });
        var record = await StatusRecord.SignAsync(Record((await _xa.SignAsync()).CanonicalDigest), _xa.Keys.Status);

        StatusRecord.Open(record, trust, out var fault);

        Assert.Equal(code, fault?.Code);
    }

    /// <summary>In force on day 1, suspended on day 2, reinstated on day 3, withdrawn on day 4, told on day 4.</summary>
    private static StatusRecord Lived(StatusRecord record) => record with
    {
        Status = CertificateStatus.Withdrawn,
        Since = SampleDraft.Day.AddDays(4),
        IssuedAt = SampleDraft.Day.AddDays(4),
        Earlier =
        [
            new(CertificateStatus.Valid, SampleDraft.Day.AddDays(1), StatusReasons.Issued),
            new(CertificateStatus.Suspended, SampleDraft.Day.AddDays(2), "suspension.incident"),
            new(CertificateStatus.Valid, SampleDraft.Day.AddDays(3), "reinstatement.remedied"),
        ],
    };

    private async Task<VerificationVerdict> WithoutList(Func<StatusRecord, StatusRecord> change, DateTimeOffset at)
    {
        var signed = await _xa.SignAsync();
        var record = await StatusRecord.SignAsync(change(Record(signed.CanonicalDigest)), _xa.Keys.Status);
        return CertificateVerification.Verify(signed.Xml, new(await _xa.TrustAsync(), null, at, TimeSpan.FromHours(24), StatusRecord: record)).Verdict;
    }

    private static StatusRecord Record(Sha256Digest digest) =>
        new("XA", CertificateNumber.Parse("XA-2026-000123"), digest, CertificateStatus.Valid, Since, null, null, Since);

    private async Task<VerificationVerdict> Verify(Func<StatusRecord, StatusRecord> change, DateTimeOffset? at = null)
    {
        var signed = await _xa.SignAsync();
        var record = await StatusRecord.SignAsync(change(Record(signed.CanonicalDigest)), _xa.Keys.Status);
        return CertificateVerification.Verify(
            signed.Xml, new(await _xa.TrustAsync(), await _xa.StatusAsync(), at ?? Asked, TimeSpan.FromHours(24), StatusRecord: record)).Verdict;
    }
}
