using Certification.Domain.Certificates;
using Certification.Domain.Lifecycle;
using Xunit;

namespace Certification.Domain.Tests.Lifecycle;

public sealed class CertificateRecordTests
{
    private static readonly CertificateRecord Reserved = new(
        CertificateNumber.Parse("XA-2026-000001"), "s-1", new StatusPointer("https://xa.example/public/status/1.jwt", 7));

    [Fact]
    public void The_first_draft_that_is_redeemed_stays()
    {
        var first = Sha256Digest.Of("first"u8);

        Assert.Equal(first, Reserved.RedeemDraft(first).RedeemDraft(Sha256Digest.Of("second"u8)).DraftDigest);
    }

    [Fact]
    public void A_number_that_is_only_reserved_is_no_certificate() =>
        Assert.Equal("certificate.not-found", Reserved.Move(StatusMove.Withdraw, "Fraud.", A.Monday).Refusal!.Code);

    [Fact]
    public void Entering_into_force_twice_keeps_the_first_instant() =>
        Assert.Equal(A.Monday, Reserved.EnterForce(A.Monday).EnterForce(A.Monday.AddDays(1)).Since);

    [Fact]
    public void A_withdrawn_certificate_stays_withdrawn()
    {
        var withdrawn = Reserved.EnterForce(A.Monday).Move(StatusMove.Withdraw, "Fraud.", A.Monday).Value!;

        Assert.True(withdrawn.HasEnded);
        Assert.All(
            Enum.GetValues<StatusMove>(),
            move => Assert.Equal("certificate.move-not-allowed", withdrawn.Move(move, "Again.", A.Monday).Refusal!.Code));
        Assert.Equal(CertificateStatus.Withdrawn, withdrawn.EnterForce(A.Monday.AddDays(1)).Status);
    }
}
