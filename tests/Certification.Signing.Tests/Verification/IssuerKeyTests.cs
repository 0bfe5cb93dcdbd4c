using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.StatusLists;
using Certification.Signing.Tests.TimeStamps;
using Certification.Signing.TimeStamps;
using Certification.Signing.Trust;
using Certification.Signing.Verification;
using Certification.Signing.Xml;
using Certification.Testing.Certificates;
using Xunit;

namespace Certification.Signing.Tests.Verification;

/// <summary>What a verdict says about a certificate whose issuing key was retired or stolen. The certificate says that it was signed a
/// minute before <see cref="SampleDraft.Day"/>, and all tests ask about a day and two hours after that day began.</summary>
public sealed class IssuerKeyTests : IDisposable
{
    private static readonly DateTimeOffset Asked = SampleDraft.Day.AddDays(1).AddHours(2);
    private static readonly DateTimeOffset Stolen = SampleDraft.Day.AddHours(3);
    private readonly SampleAuthority _xa = new();
    private readonly LocalTsa _tsa = new();

    public void Dispose()
    {
        _xa.Dispose();
        _tsa.Dispose();
    }

    [Fact]
    public async Task What_a_retired_key_signed_in_time_stays_valid() =>
        Assert.Equal((VerificationOutcome.Valid, null), await Verdict(key => key.Withdrawn(SampleDraft.Day.AddHours(1))));

    [Fact]
    public async Task What_a_retired_key_signed_too_late_is_invalid() =>
        Assert.Equal((VerificationOutcome.Invalid, "certificate.issuer-withdrawn"), await Verdict(key => key.Withdrawn(SampleDraft.Day.AddDays(-1))));

    [Fact]
    public async Task What_a_key_signed_before_it_was_granted_is_invalid() => Assert.Equal(
        (VerificationOutcome.Invalid, "certificate.issuer-not-in-force"), await Verdict(key => key with { From = SampleDraft.Day.AddDays(1) }));

    [Fact]
    public async Task What_a_stolen_key_signed_after_the_theft_is_invalid() => Assert.Equal(
        (VerificationOutcome.Invalid, "certificate.issuer-compromised"), await Verdict(key => key.Compromised(SampleDraft.Day.AddDays(-1))));

    [Fact]
    public async Task What_a_stolen_key_signed_after_the_theft_is_invalid_whatever_is_stamped() => Assert.Equal(
        (VerificationOutcome.Invalid, "certificate.issuer-compromised"),
        await Verdict(key => key.Compromised(SampleDraft.Day.AddDays(-1)), stampedAt: SampleDraft.Day.AddDays(-2)));

    [Fact]
    public async Task That_it_was_signed_before_the_theft_is_only_its_own_word() =>
        Assert.Equal((VerificationOutcome.Undetermined, "trust.issuer-compromised"), await Verdict(key => key.Compromised(Stolen)));

    [Fact]
    public async Task What_was_stamped_before_the_theft_stays_valid() =>
        Assert.Equal((VerificationOutcome.Valid, null), await Verdict(key => key.Compromised(Stolen), stampedAt: Stolen.AddMinutes(-1)));

    [Fact]
    public async Task A_thief_who_writes_an_early_signing_time_gets_only_late_stamps() => Assert.Equal(
        (VerificationOutcome.Undetermined, "trust.issuer-compromised"), await Verdict(key => key.Compromised(Stolen), stampedAt: Stolen.AddHours(1)));

    [Fact]
    public async Task A_question_about_an_instant_before_the_theft_makes_no_difference() => Assert.Equal(
        (VerificationOutcome.Undetermined, "trust.issuer-compromised"), await Verdict(key => key.Compromised(Asked.AddDays(1))));

    [Fact]
    public async Task A_key_that_was_retired_before_it_was_stolen_gains_nothing_by_the_theft() => Assert.Equal(
        (VerificationOutcome.Invalid, "certificate.issuer-withdrawn"),
        await Verdict(key => key.Withdrawn(SampleDraft.Day.AddDays(-1)).Compromised(Stolen), stampedAt: SampleDraft.Day));

    [Fact]
    public async Task A_status_list_that_a_stolen_key_signed_says_nothing_however_old_it_is() => Assert.Equal(
        (VerificationOutcome.Undetermined, "status.signer-compromised"), await Verdict(key => key.Compromised(Asked.AddDays(1)), ServiceKind.Status));

    [Fact]
    public async Task A_list_that_calls_a_key_stolen_and_granted_is_refused()
    {
        var list = Changed(key => key with { CompromisedAt = Stolen }, ServiceKind.Issuing);
        await Assert.ThrowsAsync<ArgumentException>(async () => await _xa.TrustAsync(list));
    }

    [Fact]
    public void A_theft_is_never_moved_to_a_later_instant()
    {
        var key = _xa.Describe().Services[0].Compromised(Stolen);
        Assert.Equal(key, key.Compromised(Stolen.AddDays(1)));
        Assert.Equal(Stolen.AddDays(-1), key.Compromised(Stolen.AddDays(-1)).CompromisedAt);
    }

    private async Task<(VerificationOutcome Outcome, string? Code)> Verdict(
        Func<TrustService, TrustService> change, ServiceKind kind = ServiceKind.Issuing, DateTimeOffset? stampedAt = null)
    {
        var (signed, trust) = (await _xa.SignAsync(), await _xa.TrustAsync(Changed(change, kind)));
        var stamp = stampedAt is { } at ? new TimeStampEvidence([_tsa.Root], _tsa.Stamp(signed.CanonicalDigest, at)) : null;
        var verdict = CertificateVerification.Verify(
            signed.Xml, new(trust, await _xa.StatusAsync(), Asked, TimeSpan.FromHours(24), TimeStamp: stamp)).Verdict;
        return (verdict.Outcome, verdict.Reasons.SingleOrDefault()?.Code);
    }

    private TrustList Changed(Func<TrustService, TrustService> change, ServiceKind kind)
    {
        var own = _xa.Describe();
        return _xa.TrustList() with { Authorities = [own with { Services = [.. own.Services.Select(key => key.Kind == kind ? change(key) : key)] }] };
    }
}
