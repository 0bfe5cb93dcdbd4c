using Certification.Domain;
using Certification.Signing.TimeStamps;
using Certification.Signing.Trust;
using Certification.Signing.Verification;
using Certification.Testing.Certificates;
using Xunit;

namespace Certification.Signing.Tests.TimeStamps;

public sealed class TimeStampEvidenceTests : IDisposable
{
    private static readonly Sha256Digest Digest = Sha256Digest.Of("a certificate's canonical body"u8);
    private readonly LocalTsa _tsa = new();

    public void Dispose() => _tsa.Dispose();

    [Fact]
    public void A_token_says_by_when_the_document_existed()
    {
        var at = new TimeStampEvidence([_tsa.Root], _tsa.Stamp(Digest, SampleDraft.Day)).ExistedAt(Digest, out var fault);
        Assert.Equal((SampleDraft.Day, null), (at, fault));
    }

    [Fact]
    public void A_token_of_another_document_another_authority_or_changed_says_nothing()
    {
        using var other = new LocalTsa();
        var token = _tsa.Stamp(Digest, SampleDraft.Day);
        var changed = (byte[])token.Clone();
        changed[^3] ^= 1;
        Assert.Equal("time-stamp.other-document", Fault([_tsa.Root], token, Sha256Digest.Of("another"u8)));
        Assert.Equal("time-stamp.authority-unknown", Fault([other.Root], token, Digest));
        Assert.Equal("time-stamp.invalid", Fault([_tsa.Root], changed, Digest));
        Assert.Equal("time-stamp.invalid", Fault([_tsa.Root], [.. token, 0], Digest));
        Assert.Equal("time-stamp.invalid", Fault([_tsa.Root], [1, 2, 3], Digest));
    }

    [Fact]
    public void Without_a_pinned_root_a_token_is_passed_over() =>
        Assert.Null(Fault([], [1, 2, 3], Digest));

    [Theory]
    [InlineData(1, null)]
    [InlineData(5, "trust.issuer-compromised")]
    public async Task After_a_compromise_only_what_was_stamped_before_it_stays_valid(int stampedAfterHours, string? code)
    {
        using var xa = new SampleAuthority();
        var signed = await xa.SignAsync();
        var authority = xa.TrustList().Authorities[0];
        var services = authority.Services.Select(service => service.Kind != ServiceKind.Issuing ? service : service.Compromised(SampleDraft.Day.AddHours(3)));
        var trust = await xa.TrustAsync(xa.TrustList() with { Authorities = [authority with { Services = [.. services] }] });
        var stamp = new TimeStampEvidence([_tsa.Root], _tsa.Stamp(signed.CanonicalDigest, SampleDraft.Day.AddHours(stampedAfterHours)));
        var verdict = CertificateVerification.Verify(
            signed.Xml, new(trust, await xa.StatusAsync(), SampleDraft.Day.AddDays(1).AddHours(2), TimeSpan.FromHours(24), TimeStamp: stamp)).Verdict;
        Assert.Equal(code, verdict.Reasons.SingleOrDefault()?.Code);
    }

    private static string? Fault(System.Security.Cryptography.X509Certificates.X509Certificate2[] roots, byte[] token, Sha256Digest digest)
    {
        Assert.Null(new TimeStampEvidence(roots, token).ExistedAt(digest, out var fault));
        return fault?.Code;
    }
}
