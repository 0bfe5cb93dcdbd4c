using Certification.Domain.Accountability;
using Certification.Domain.Reviews;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;
using Xunit;

namespace Certification.Domain.Tests.Reviews;

public sealed class DeciderActsTests
{
    [Fact]
    public void Somebody_who_took_no_part_decides() =>
        Assert.Equal(
            SubmissionStatus.InIssuance,
            A.Reviewed(A.Assessor, A.SecondAssessor).Decide(A.Decision(A.Decider), RulebookLibrary.Floor).Value!.Status);

    [Fact]
    public void An_assessor_of_the_case_does_not_decide_it() =>
        Assert.Equal(
            "decision.same-person",
            A.Reviewed(A.Assessor).Decide(A.Decision(A.Assessor with { Organisation = "Another" }), RulebookLibrary.Floor).Refusal!.Code);

    [Fact]
    public void An_assessor_of_an_earlier_round_does_not_decide_it_either()
    {
        var second = (A.Reviewed(A.Assessor) with { Status = SubmissionStatus.InValidation }).BeginReview(1).Value!
            .Assign(A.SecondAssessor, A.Monday).Value!
            .Conclude(A.Conclusion(A.SecondAssessor)).Value! with { Status = SubmissionStatus.AwaitingDecision };

        Assert.Equal("decision.same-person", second.Decide(A.Decision(A.Assessor), RulebookLibrary.Floor).Refusal!.Code);
    }

    [Fact]
    public void Somebody_who_was_assigned_but_never_concluded_does_not_decide_it()
    {
        var submission = A.InReview(2).Assign(A.Assessor, A.Monday).Value! with { Status = SubmissionStatus.AwaitingDecision };

        Assert.Equal("decision.same-person", submission.Decide(A.Decision(A.Assessor), RulebookLibrary.Floor).Refusal!.Code);
    }

    [Fact]
    public void A_colleague_of_an_assessor_does_not_decide_it() =>
        Assert.Equal(
            "decision.same-organisation",
            A.Reviewed(A.Assessor).Decide(A.Decision(A.Person("finn", "north lab")), RulebookLibrary.Floor).Refusal!.Code);

    [Fact]
    public void A_colleague_of_the_applicant_does_not_decide_it() =>
        Assert.Equal(
            "review.conflict-of-interest",
            A.Reviewed(A.Assessor).Decide(A.Decision(A.Person("gil", "Acme")), RulebookLibrary.Floor).Refusal!.Code);

    [Fact]
    public void The_same_name_from_another_issuer_is_another_person() =>
        Assert.True(A.Reviewed(A.Assessor).Decide(A.Decision(
            A.Assessor with { Issuer = "urn:other", Organisation = "Authority of XA" }), RulebookLibrary.Floor).Succeeded);

    [Fact]
    public void A_major_nonconformity_bars_a_decision_in_favour_but_not_a_refusal()
    {
        var submission = A.Reviewed(A.Assessor) with { Findings = [A.Major()] };

        Assert.Equal("decision.major-nonconformity", submission.Decide(A.Decision(A.Decider), RulebookLibrary.Floor).Refusal!.Code);
        Assert.Equal(
            SubmissionStatus.Refused,
            submission.Decide(A.Decision(A.Decider, DecisionResult.Refuse, "The run was cancelled."), RulebookLibrary.Floor).Value!.Status);
    }

    [Fact]
    public void A_refusal_gives_reasons() =>
        Assert.Equal(
            "decision.no-reasons",
            A.Reviewed(A.Assessor).Decide(A.Decision(A.Decider, DecisionResult.Refuse), RulebookLibrary.Floor).Refusal!.Code);

    [Fact]
    public void A_case_is_decided_once() =>
        Assert.Equal(
            "submission.out-of-step",
            A.Reviewed(A.Assessor).Decide(A.Decision(A.Decider), RulebookLibrary.Floor).Value!
                .Decide(A.Decision(A.Decider, DecisionResult.Refuse, "On second thoughts."), RulebookLibrary.Floor).Refusal!.Code);

    [Fact]
    public void A_case_in_which_an_owner_left_is_not_decided_in_favour()
    {
        var left = new PartyAnswer("acme", PartyAnswerKind.Left, [], A.Speaker(A.Acme), A.Monday, Reason: "Sold.");
        var submission = A.Reviewed(A.Assessor);
        submission = submission with { PartyAnswers = [.. submission.PartyAnswers!, left] };
        Assert.Equal("decision.duty-open", submission.Decide(A.Decision(A.Decider), RulebookLibrary.Floor).Refusal!.Code);
    }
}
