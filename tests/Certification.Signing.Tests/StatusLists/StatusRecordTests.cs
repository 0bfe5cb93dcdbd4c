using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.StatusLists;
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
        Assert.Null(StatusRecord.Open(text, trust, Asked, out var fault));
        Assert.Equal("status-record.wrong-signer", fault!.Code);
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
