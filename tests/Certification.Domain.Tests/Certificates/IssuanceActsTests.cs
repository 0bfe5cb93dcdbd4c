using Certification.Domain.Accountability;
using Certification.Domain.Certificates;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;
using Xunit;

namespace Certification.Domain.Tests.Certificates;

public sealed class IssuanceActsTests
{
    private static readonly Sha256Digest Draft = Sha256Digest.Of("draft"u8);

    private static Submission Decided => A.Reviewed(A.Assessor) with { Status = SubmissionStatus.InIssuance };

    private static PartyAnswer Departure => new("acme", PartyAnswerKind.Left, [], A.Speaker(A.Acme), A.Monday, Reason: "Sold.");

    [Fact]
    public void A_case_with_somebody_for_every_duty_commits_to_its_draft() => Assert.Equal(Draft, Commit(Decided).Value!.CommittedDraft);

    [Fact]
    public void An_owner_that_left_after_the_decision_stops_the_signature() => Assert.Equal(
        "issuance.duty-open", Commit(Decided with { PartyAnswers = [.. Decided.PartyAnswers!, Departure] }).Refusal!.Code);

    [Fact]
    public void A_draft_that_names_other_parties_than_those_that_answer_now_is_not_signed() => Assert.Equal(
        "issuance.parties-changed", Decided.CommitToIssue(RulebookLibrary.Floor, Draft, [A.Acme]).Refusal!.Code);

    [Fact]
    public void What_was_committed_stays() => Assert.Equal(
        Draft, Commit(Commit(Decided).Value!, Sha256Digest.Of("another"u8)).Value!.CommittedDraft);

    [Fact]
    public void An_owner_that_leaves_after_the_commitment_leaves_a_certificate_behind()
    {
        var committed = Commit(Decided).Value!;
        Assert.True(Commit(committed with { PartyAnswers = [.. committed.PartyAnswers!, Departure] }).Succeeded);
    }

    [Fact]
    public void An_undecided_case_commits_to_nothing() => Assert.Equal(
        "submission.out-of-step", Commit(Decided with { Status = SubmissionStatus.AwaitingDecision }).Refusal!.Code);

    private static Outcome<Submission> Commit(Submission submission, Sha256Digest? draft = null) => submission.CommitToIssue(
        RulebookLibrary.Floor, draft ?? Draft, AnsweringParties.Of(submission.Declaration, submission.PartyAnswers!));
}
