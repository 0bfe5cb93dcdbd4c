using System.Text;
using Certification.Domain.Certificates;
using Certification.Signing.Verification;
using Certification.Testing.Certificates;
using Xunit;

namespace Certification.Signing.Tests.Verification;

public sealed class CertificateVerificationTests : IDisposable
{
    private readonly SampleAuthority _xa = new();

    public void Dispose() => _xa.Dispose();

    private static DateTimeOffset Asked => SampleDraft.Day.AddDays(1).AddHours(2);

    [Fact]
    public async Task A_signed_certificate_with_trust_and_fresh_status_is_valid()
    {
        var signed = await _xa.SignAsync();
        var result = CertificateVerification.Verify(
            signed.Xml, new(await _xa.TrustAsync(), await _xa.StatusAsync(), Asked, TimeSpan.FromHours(24)));

        Assert.Equal((VerificationOutcome.Valid, 0, null), (result.Verdict.Outcome, result.Verdict.Reasons.Count, result.Verdict.NextStep));
        Assert.Equal(signed.CanonicalDigest, result.Verdict.CertificateDigest);
        Assert.Equal(signed.Certificate.Content.Digest(), result.Certificate!.Content.Digest());
    }

    [Fact]
    public async Task A_copy_with_one_character_changed_is_invalid()
    {
        var signed = await _xa.SignAsync();
        var copy = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(signed.Xml).Replace("60/min", "61/min"));
        var result = CertificateVerification.Verify(
            copy, new(await _xa.TrustAsync(), await _xa.StatusAsync(), Asked, TimeSpan.FromHours(24)));

        Assert.Equal("certificate.digest-mismatch", Assert.Single(result.Verdict.Reasons).Code);
        Assert.Equal(VerificationOutcome.Invalid, result.Verdict.Outcome);
        Assert.Null(result.Certificate);
    }
}
