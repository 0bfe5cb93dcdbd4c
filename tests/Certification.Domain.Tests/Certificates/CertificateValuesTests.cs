using Certification.Domain.Certificates;
using Xunit;

namespace Certification.Domain.Tests.Certificates;

public sealed class CertificateValuesTests
{
    [Fact]
    public void A_commitment_needs_a_salt_that_cannot_be_guessed() =>
        Assert.Throws<ArgumentException>(() => EvidenceEntry.Commit(new byte[15], Sha256Digest.Of("file"u8)));

    [Fact]
    public void Two_salts_give_two_commitments_to_the_same_file() => Assert.NotEqual(
        EvidenceEntry.Commit("0123456789abcdef"u8, Sha256Digest.Of("file"u8)),
        EvidenceEntry.Commit("0123456789abcdeF"u8, Sha256Digest.Of("file"u8)));

    [Fact]
    public void Validity_is_kept_to_the_second_in_utc()
    {
        var period = new ValidityPeriod(
            new DateTimeOffset(2026, 3, 2, 10, 0, 0, 999, TimeSpan.FromHours(1)), new DateTimeOffset(2027, 3, 2, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal("2026-03-02T09:00:00.0000000+00:00", period.NotBefore.ToString("O"));
    }

    [Fact]
    public void Validity_ends_after_it_begins() =>
        Assert.Throws<ArgumentException>(() => new ValidityPeriod(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch));
}
