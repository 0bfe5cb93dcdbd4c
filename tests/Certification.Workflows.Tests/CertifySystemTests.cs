using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;
using Certification.Workflows.Port;

namespace Certification.Workflows.Tests;

public sealed class CertifySystemTests
{
    [Fact]
    public async Task A_complete_submission_goes_through_all_stages_in_the_crash_safe_order()
    {
        await using var @case = new ACase();

        await @case.Begin();

        Assert.Equal(new CaseResult("certified", "XA-2026-000001"), await @case.Result());
        Assert.Equal(
            [
                "check-intake", "validate-evidence-item", "validate-evidence-item", "validate-evidence-item",
                "conclude-validation", "read-review", "conclude-review", "read-decision", "record-decision", "reserve-number",
                "draft-certificate", "redeem-draft", "sign-certificate", "enter-log", "stamp-certificate", "countersign-certificate",
                "enter-status", "publish-certificate", "list-peers",
            ],
            @case.Stage.Calls);
    }

    [Fact]
    public async Task When_no_time_stamp_is_to_be_had_issuing_goes_on_and_the_lack_is_recorded()
    {
        await using var @case = new ACase(stamps: false);

        await @case.Begin();

        Assert.Equal("certified", (await @case.Result()).Ended);
        Assert.Equal(["record-no-time-stamp", "countersign-certificate"], @case.Stage.Calls.SkipWhile(call => call != "record-no-time-stamp").Take(2));
    }

    [Fact]
    public async Task Intake_waits_for_what_is_missing_and_checks_again_when_it_is_handed_in()
    {
        await using var @case = new ACase { Intake = new([ACase.Missing(TimeSpan.FromDays(30))]) };
        await @case.Begin();
        Assert.Equal("waiting for the applicant", (await @case.Stage.State(ACase.Id)).CustomStatus);

        await @case.Stage.Raise(ACase.Id, WorkflowNames.HandedIn, new HandedIn("ada"));

        Assert.Equal("certified", (await @case.Result()).Ended);
        Assert.Equal(2, @case.Stage.Calls.Count(call => call == "check-intake"));
    }

    [Fact]
    public async Task A_submission_lapses_when_the_deadline_passes()
    {
        await using var @case = new ACase { Intake = new([ACase.Missing(TimeSpan.FromDays(30))]) };
        await @case.Begin();

        await @case.Stage.Pass(TimeSpan.FromDays(30));

        Assert.Equal(new CaseResult("lapsed"), await @case.Result());
        Assert.DoesNotContain("conclude-validation", @case.Stage.Calls);
    }

    [Fact]
    public async Task A_hand_in_that_is_recorded_before_the_lapse_wins_over_it()
    {
        await using var @case = new ACase { Intake = new([ACase.Missing(TimeSpan.FromDays(30))]), LapseHappens = false };
        await @case.Begin();

        await @case.Stage.Pass(TimeSpan.FromDays(30));

        Assert.Equal("certified", (await @case.Result()).Ended);
    }

    [Fact]
    public async Task More_evidence_wanted_by_assessors_goes_back_through_intake_and_validation_to_a_second_round()
    {
        await using var @case = new ACase { Reviews = new([new ReviewResult(true), new ReviewResult(false)]) };

        await @case.Begin();

        Assert.Equal("certified", (await @case.Result()).Ended);
        Assert.Equal(2, @case.Stage.Calls.Count(call => call == "check-intake"));
        Assert.Equal(2, @case.Stage.Calls.Count(call => call == "conclude-validation"));
        Assert.Equal(WorkflowStatus.Completed, (await @case.Stage.State(WorkflowNames.ReviewId("s-1", 2))).Status);
    }

    [Fact]
    public async Task A_declared_case_is_issued_without_an_assessor_and_without_a_decider()
    {
        await using var @case = new ACase { Lane = ReviewLane.SelfDeclaration };

        await @case.Begin();

        Assert.Equal(new CaseResult("certified", "XA-2026-000001"), await @case.Result());
        Assert.Equal(["conclude-validation", "decide-by-declaration", "record-decision", "reserve-number"], @case.Stage.Calls.Skip(4).Take(4));
        Assert.DoesNotContain(@case.Stage.Calls, call => call is "read-review" or "conclude-review" or "read-decision");
    }

    [Fact]
    public async Task A_declared_case_that_is_barred_goes_back_to_the_applicant_and_then_to_an_assessor()
    {
        await using var @case = new ACase
        {
            Lane = ReviewLane.SelfDeclaration,
            Declared = new([SubmissionStatus.AwaitingApplicant, SubmissionStatus.InReview]),
            Intake = new([ACase.Complete, ACase.Missing(TimeSpan.FromDays(21))]),
        };
        await @case.Begin();
        Assert.Equal("waiting for the applicant", (await @case.Stage.State(ACase.Id)).CustomStatus);

        await @case.Stage.Raise(ACase.Id, WorkflowNames.HandedIn, new HandedIn("ada"));

        Assert.Equal("certified", (await @case.Result()).Ended);
        Assert.Equal(WorkflowStatus.Completed, (await @case.Stage.State(WorkflowNames.ReviewId("s-1", 1))).Status);
    }

    [Fact]
    public async Task A_refusal_is_registered_and_nothing_is_issued()
    {
        await using var @case = new ACase { Decision = new DecisionResultRead(true, InFavour: false, default) };

        await @case.Begin();

        Assert.Equal(new CaseResult("refused"), await @case.Result());
        Assert.Equal(["record-decision", "register-refusal"], @case.Stage.Calls.TakeLast(2));
        Assert.DoesNotContain("reserve-number", @case.Stage.Calls);
    }

    [Fact]
    public async Task An_overdue_decision_is_reminded_of_until_it_is_taken()
    {
        await using var @case = new ACase { Decision = new DecisionResultRead(false, false, default) };
        await @case.Begin();
        await @case.Stage.Pass(TimeSpan.FromDays(5));
        await @case.Stage.Pass(TimeSpan.FromDays(5));
        Assert.Equal(2, @case.Stage.Calls.Count(call => call == "remind-deciders"));

        @case.Decision = new DecisionResultRead(true, InFavour: true, default);
        await @case.Stage.Raise(ACase.Id, WorkflowNames.Decided, new Decided("certify"));

        Assert.Equal("certified", (await @case.Result()).Ended);
    }

    [Fact]
    public async Task A_draft_that_fails_its_lints_is_never_signed_and_the_case_stops_loudly()
    {
        await using var @case = new ACase { LintFailures = ["lint.limitations-are-stated: none."] };

        await @case.Begin();

        var state = await @case.Stage.State(ACase.Id);
        Assert.Equal(WorkflowStatus.Failed, state.Status);
        Assert.Contains("lint.limitations-are-stated", state.FailureReason, StringComparison.Ordinal);
        Assert.DoesNotContain("sign-certificate", @case.Stage.Calls);
    }

    [Fact]
    public async Task The_case_ends_when_every_other_authority_has_answered()
    {
        await using var @case = new ACase { Peers = ["XB", "XC"] };
        await @case.Begin();
        await Answer(@case, "XB", "conditional");
        Assert.Equal(WorkflowStatus.Running, (await @case.Stage.State(ACase.Id)).Status);

        await Answer(@case, "XC", "refused");

        Assert.Equal("certified", (await @case.Result()).Ended);
    }

    private static Task<RaiseOutcome> Answer(ACase @case, string authority, string verdict) => @case.Stage.Raise(
        WorkflowNames.SeekId("XA-2026-000001", authority), WorkflowNames.StatementArrived, new StatementArrived(authority, verdict));

    [Fact]
    public async Task While_nobody_answers_for_a_duty_nothing_is_signed_and_an_answer_goes_on()
    {
        await using var @case = new ACase { Drafts = new([new DraftResult("", [], AwaitsParties: true)]) };
        await @case.Begin();
        Assert.Equal("waiting for somebody to answer for every duty", (await @case.Stage.State(ACase.Id)).CustomStatus);
        Assert.DoesNotContain("sign-certificate", @case.Stage.Calls);

        await @case.Stage.Raise(ACase.Id, WorkflowNames.PartyAnswered, new PartyAnswered("acme"));

        Assert.Equal("certified", (await @case.Result()).Ended);
    }

    [Fact]
    public async Task A_draft_that_an_answer_overtook_is_written_anew()
    {
        await using var @case = new ACase { Overtaken = new([true]) };
        await @case.Begin();

        Assert.Equal("certified", (await @case.Result()).Ended);
        Assert.Equal(2, @case.Stage.Calls.Count(call => call == "draft-certificate"));
        Assert.Single(@case.Stage.Calls, call => call == "sign-certificate");
    }
}
