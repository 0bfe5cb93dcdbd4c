using Certification.Domain.Certificates;
using Certification.Signing.StatusLists;
using Certification.Signing.Verification;
using Certification.Testing.Certificates;
using Certification.Web.Pages;

namespace Certification.Web.Tests.Pages;

/// <summary>The life of a certificate as the verify page draws it.</summary>
public sealed class StatusLineTests : IDisposable
{
    private static readonly DateTimeOffset Asked = SampleDraft.Day.AddDays(219);
    private readonly SampleAuthority _xa = new();

    public void Dispose() => _xa.Dispose();

    [Fact]
    public async Task Every_status_is_a_stretch_and_each_begins_where_the_one_before_ends()
    {
        var day = SampleDraft.Day;
        var line = await Line([
            new(CertificateStatus.Valid, day, "issued", null), new(CertificateStatus.Suspended, day.AddDays(73), "suspension.incident", null),
            new(CertificateStatus.Valid, day.AddDays(146), "reinstatement.remedied", null),
        ]);
        Assert.Equal(
            [(CertificateStatus.Valid, 0, 200), (CertificateStatus.Suspended, 200, 400), (CertificateStatus.Valid, 400, 1000)],
            line.Spans.Select(span => (span.Status, span.Left, span.Right)));
        Assert.Equal(600, line.AskedAt);
        Assert.All(line.Spans.Zip(line.Spans.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Since));
    }

    [Fact]
    public async Task Without_a_record_the_list_says_how_it_stands_and_not_since_when()
    {
        var line = await Line(null);
        Assert.Equal([(CertificateStatus.Valid, 0, 1000)], line.Spans.Select(span => (span.Status, span.Left, span.Right)));
    }

    private async Task<StatusLine> Line(StatusStep[]? steps)
    {
        var signed = await _xa.SignAsync();
        var record = steps is null ? null : await StatusRecord.SignAsync(
            new("XA", signed.Certificate.Number, signed.CanonicalDigest, steps[^1].Status, steps[^1].Since, steps[^1].Reason, null, Asked, steps[..^1]), _xa.Keys.Status);
        var result = CertificateVerification.Verify(
            signed.Xml, new(await _xa.TrustAsync(), await _xa.StatusAsync(issuedAt: Asked), Asked, TimeSpan.FromHours(24), StatusRecord: record));
        return StatusLine.Of(signed.Certificate, result.Evidence()!, Asked);
    }
}
