using Certification.Domain.Submissions;
using Xunit;

namespace Certification.Domain.Tests.Submissions;

public sealed class ApplicantActsTests
{
    [Fact]
    public void A_draft_with_sealed_evidence_can_be_handed_in() =>
        Assert.Equal(
            SubmissionStatus.InIntake,
            A.Draft().AddEvidence(A.Evidence(sealedAt: A.Monday)).Value!.HandIn(A.Applicant, A.Monday).Value!.Status);

    [Fact]
    public void Evidence_that_was_declared_but_never_sealed_stops_the_hand_in() =>
        Assert.Equal("evidence.not-sealed", A.Draft().AddEvidence(A.Evidence()).Value!.HandIn(A.Applicant, A.Monday).Refusal!.Code);

    [Theory]
    [InlineData(SubmissionStatus.InIntake)]
    [InlineData(SubmissionStatus.InValidation)]
    [InlineData(SubmissionStatus.InReview)]
    [InlineData(SubmissionStatus.AwaitingDecision)]
    [InlineData(SubmissionStatus.InIssuance)]
    [InlineData(SubmissionStatus.Certified)]
    [InlineData(SubmissionStatus.Refused)]
    [InlineData(SubmissionStatus.Lapsed)]
    public void Nothing_can_be_changed_while_it_is_somebody_elses_turn(SubmissionStatus status)
    {
        var submission = A.At(status) with { Evidence = [A.Evidence()] };

        string?[] codes =
        [
            submission.Redeclare(A.Declaration()).Refusal?.Code,
            submission.AddEvidence(A.Evidence("e-2")).Refusal?.Code,
            submission.RemoveEvidence("e-1").Refusal?.Code,
            submission.MarkSealed("e-1", A.Monday).Refusal?.Code,
            submission.HandIn(A.Applicant, A.Monday).Refusal?.Code,
        ];

        Assert.All(codes, code => Assert.Equal("submission.out-of-step", code));
    }

    [Fact]
    public void Declaring_the_same_evidence_twice_adds_it_once() =>
        Assert.Single(A.Draft().AddEvidence(A.Evidence()).Value!.AddEvidence(A.Evidence()).Value!.Evidence);

    [Fact]
    public void One_item_more_than_the_limit_is_refused()
    {
        var full = A.Draft() with
        {
            Evidence = [.. Enumerable.Range(0, ApplicantActs.MaxEvidenceItems).Select(n => A.Evidence($"e-{n}"))],
        };

        Assert.Equal("evidence.too-many-items", full.AddEvidence(A.Evidence("one-more")).Refusal!.Code);
    }

    [Fact]
    public void Sealing_again_keeps_the_first_instant()
    {
        var once = A.Draft().AddEvidence(A.Evidence()).Value!.MarkSealed("e-1", A.Monday).Value!;

        Assert.Equal(A.Monday, once.MarkSealed("e-1", A.Monday.AddDays(1)).Value!.Evidence[0].SealedAt);
    }

    [Fact]
    public void Evidence_that_is_not_there_is_not_found() =>
        Assert.Equal("evidence.not-found", A.Draft().RemoveEvidence("e-9").Refusal!.Code);
}
