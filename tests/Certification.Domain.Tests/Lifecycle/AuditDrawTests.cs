using Certification.Domain.Lifecycle;
using Xunit;

namespace Certification.Domain.Tests.Lifecycle;

public sealed class AuditDrawTests
{
    [Fact]
    public void A_share_of_all_certificates_is_drawn()
    {
        var drawn = Enumerable.Range(0, 4_000).Count(number => AuditDraw.IsDrawn(Sha256Digest.Of(BitConverter.GetBytes(number)), 0.1));

        Assert.InRange(drawn, 320, 480);
    }

    [Fact]
    public void The_same_certificate_is_drawn_alike_every_time_and_a_larger_share_draws_it_too() =>
        Assert.All(Enumerable.Range(0, 200).Select(number => Sha256Digest.Of(BitConverter.GetBytes(number))), digest =>
        {
            Assert.Equal(AuditDraw.IsDrawn(digest, 0.3), AuditDraw.IsDrawn(digest, 0.3));
            Assert.True(!AuditDraw.IsDrawn(digest, 0.3) || AuditDraw.IsDrawn(digest, 0.6));
            Assert.True(AuditDraw.IsDrawn(digest, 1));
        });
}
