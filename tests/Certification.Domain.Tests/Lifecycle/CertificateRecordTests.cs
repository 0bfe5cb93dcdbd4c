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

    [Fact]
    public void Every_status_that_it_had_stays_in_its_history_with_a_stable_reason()
    {
        var successor = CertificateNumber.Parse("XA-2027-000001");
        var record = Reserved.EnterForce(A.Monday)
            .Move(StatusMove.Suspend, "Jane Doe complained.", A.Monday.AddDays(1), "suspension.incident").Value!
            .Move(StatusMove.Reinstate, "She erred.", A.Monday.AddDays(2)).Value!
            .Move(StatusMove.Supersede, "Renewed.", A.Monday.AddDays(3), StatusReasons.Renewed, successor).Value!;

        Assert.Equal(
            [
                new(CertificateStatus.Valid, A.Monday, "issued"),
                new(CertificateStatus.Suspended, A.Monday.AddDays(1), "suspension.incident"),
                new(CertificateStatus.Valid, A.Monday.AddDays(2), "reinstatement.unspecified"),
                new(CertificateStatus.Superseded, A.Monday.AddDays(3), "succession.renewed", successor),
            ],
            record.History!);
        Assert.Equal(successor, record.Successor);
    }

    [Fact]
    public void A_reason_of_one_move_is_no_reason_for_another()
    {
        var refused = Reserved.EnterForce(A.Monday).Move(StatusMove.Suspend, "Unsafe.", A.Monday, "withdrawal.safety").Refusal!;

        Assert.Equal("status.reason-unknown", refused.Code);
        Assert.Contains("suspension.incident", refused.NextStep);
    }

    [Fact]
    public void Every_move_of_the_table_has_reasons_that_begin_alike() => Assert.All(
        Enum.GetValues<StatusMove>(), move => Assert.Single(StatusReasons.Of(move).Select(code => code.Split('.')[0]).Distinct()));
}
