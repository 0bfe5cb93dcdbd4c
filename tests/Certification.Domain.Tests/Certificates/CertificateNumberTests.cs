using Certification.Domain.Certificates;
using Xunit;

namespace Certification.Domain.Tests.Certificates;

public sealed class CertificateNumberTests
{
    [Fact]
    public void A_number_is_written_as_authority_year_and_six_digits() =>
        Assert.Equal("XA-2026-000123", CertificateNumber.Create("XA", 2026, 123).Text);

    [Theory]
    [InlineData("XA-2026-000000")]
    [InlineData("xa-2026-000123")]
    [InlineData("XA-2026-123")]
    [InlineData("XA-2026-0001234")]
    [InlineData("XA-2026-000123\n")]
    [InlineData(" XA-2026-000123")]
    [InlineData("XA-2026-00012\u0663")]
    [InlineData("../2026-000123")]
    [InlineData("")]
    public void Anything_else_is_no_number(string text) => Assert.False(CertificateNumber.TryParse(text, out _));

    [Fact]
    public void A_number_survives_json() =>
        Assert.Equal(CertificateNumber.Parse("XB-2031-999999"), DomainJson.Read<CertificateNumber>(DomainJson.Bytes(CertificateNumber.Parse("XB-2031-999999"))));

    [Fact]
    public void A_running_number_beyond_six_digits_is_refused() =>
        Assert.Throws<FormatException>(() => CertificateNumber.Create("XA", 2026, 1_000_000));
}
