using Certification.Domain.Reviews;
using Certification.Domain.Submissions;
using Xunit;

namespace Certification.Domain.Tests.Reviews;

public sealed class AssessorActsTests
{
    [Fact]
    public void An_assessor_of_the_applicants_organisation_is_refused() =>
        Assert.Equal("review.conflict-of-interest", A.InReview().Assign(A.Person("eve", "ACME"), A.Monday).Refusal!.Code);

    [Fact]
    public void A_case_takes_no_more_assessors_than_its_tier_needs() =>
        Assert.Equal(
            "review.fully-assigned",
            A.InReview().Assign(A.Assessor, A.Monday).Value!.Assign(A.SecondAssessor, A.Monday).Refusal!.Code);

    [Fact]
    public void Taking_a_case_twice_assigns_once() =>
        Assert.Single(A.InReview(2).Assign(A.Assessor, A.Monday).Value!.Assign(A.Assessor, A.Monday).Value!.Review.Assignments);

    [Fact]
    public void Only_an_assigned_assessor_concludes() =>
        Assert.Equal("review.not-assigned", A.InReview().Conclude(A.Conclusion(A.Assessor)).Refusal!.Code);

    [Fact]
    public void Nobody_concludes_a_round_twice()
    {
        var once = A.InReview(2).Assign(A.Assessor, A.Monday).Value!.Conclude(A.Conclusion(A.Assessor)).Value!;

        Assert.Equal("review.already-concluded", once.Conclude(A.Conclusion(A.Assessor)).Refusal!.Code);
    }

    [Fact]
    public void Two_assessors_are_needed_where_the_tier_says_two()
    {
        var both = A.InReview(2).Assign(A.Assessor, A.Monday).Value!.Assign(A.SecondAssessor, A.Monday).Value!;
        var first = both.Conclude(A.Conclusion(A.Assessor)).Value!;

        Assert.False(first.Review.IsComplete);
        Assert.True(first.Conclude(A.Conclusion(A.SecondAssessor)).Value!.Review.IsComplete);
    }

    [Fact]
    public void One_assessor_who_wants_more_evidence_ends_the_round_at_once()
    {
        var review = A.InReview(2).Assign(A.Assessor, A.Monday).Value!
            .Conclude(A.Conclusion(A.Assessor, Recommendation.MoreEvidence, "A retest after the fix.")).Value!.Review;

        Assert.True(review.IsComplete);
        Assert.Equal(Recommendation.MoreEvidence, review.Result);
        Assert.Equal("A retest after the fix.", Assert.Single(review.WantedByAssessors()).Message);
    }

    [Fact]
    public void More_evidence_must_be_named() =>
        Assert.Equal(
            "review.nothing-wanted",
            A.InReview().Assign(A.Assessor, A.Monday).Value!
                .Conclude(A.Conclusion(A.Assessor, Recommendation.MoreEvidence)).Refusal!.Code);

    [Fact]
    public void A_conclusion_belongs_to_the_round_of_the_case_whatever_it_says_itself()
    {
        var concluded = A.InReview().Assign(A.Assessor, A.Monday).Value!.Conclude(A.Conclusion(A.Assessor) with { Round = 7 });

        Assert.Equal(1, Assert.Single(concluded.Value!.Review.Conclusions).Round);
    }

    [Fact]
    public void An_assessor_of_an_earlier_round_is_assigned_anew_for_the_next()
    {
        var second = (A.Reviewed(A.Assessor) with { Status = SubmissionStatus.InValidation }).BeginReview(1).Value!;

        Assert.Equal("review.not-assigned", second.Conclude(A.Conclusion(A.Assessor)).Refusal!.Code);
    }
}
