using Certification.Domain.Certificates;
using Certification.Domain.Lifecycle;
using Certification.Domain.Submissions;
using Xunit;

namespace Certification.Domain.Tests.Lifecycle;

public sealed class RenewalTests
{
    private static readonly CertificateNumber Number = CertificateNumber.Parse("XA-2026-000001");

    [Fact]
    public void It_begins_handed_in_with_the_evidence_and_without_what_was_decided()
    {
        var still = A.Evidence(sealedAt: A.Monday);
        var previous = A.Reviewed(A.Assessor) with
        {
            Status = SubmissionStatus.Certified, CertificateNumber = Number.Text, Evidence = [still],
        };

        var renewal = Renewal.Open(previous, Number, A.Monday);

        Assert.Equal(SubmissionStatus.InIntake, renewal.Status);
        Assert.Equal([still], renewal.Evidence);
        Assert.Equal("XA-2026-000001", renewal.Declaration.Renews);
        Assert.Empty(renewal.Review.Conclusions);
        Assert.Null(renewal.CertificateNumber);
    }

    [Fact]
    public void Timer_and_sweep_open_one_and_the_same() =>
        Assert.Equal(Renewal.SubmissionId(Number), Renewal.SubmissionId(CertificateNumber.Parse("XA-2026-000001")));
}
