using Certification.Domain.Certificates;
using Xunit;

namespace Certification.Domain.Tests.Certificates;

public sealed class StatusMovesTests
{
    [Theory]
    [InlineData(CertificateStatus.Withdrawn)]
    [InlineData(CertificateStatus.Expired)]
    [InlineData(CertificateStatus.Superseded)]
    public void An_ended_certificate_never_moves_again(CertificateStatus ended) =>
        Assert.All(Enum.GetValues<StatusMove>(), move => Assert.Null(StatusMoves.Next(ended, move)));

    [Fact]
    public void A_suspended_certificate_is_reinstated_or_withdrawn()
    {
        Assert.Equal(CertificateStatus.Valid, StatusMoves.Next(CertificateStatus.Suspended, StatusMove.Reinstate));
        Assert.Equal(CertificateStatus.Withdrawn, StatusMoves.Next(CertificateStatus.Suspended, StatusMove.Withdraw));
    }

    [Fact]
    public void A_move_leads_to_one_status_only() =>
        Assert.Equal(StatusMoves.Table.Count, StatusMoves.Table.DistinctBy(row => (row.From, row.Move)).Count());

    [Fact]
    public void A_move_that_is_not_in_the_table_is_refused_with_those_that_are()
    {
        var refusal = StatusMoves.Refuse(CertificateNumber.Parse("XA-2026-000123"), CertificateStatus.Valid, StatusMove.Reinstate);
        Assert.Equal((RefusalKind.OutOfStep, "certificate.move-not-allowed"), (refusal.Kind, refusal.Code));
        Assert.Equal("Possible from here: restrict, suspend, withdraw, expire, supersede.", refusal.NextStep);
    }
}
