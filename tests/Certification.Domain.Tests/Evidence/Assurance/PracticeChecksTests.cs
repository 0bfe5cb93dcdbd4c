using Certification.Domain.Accountability;
using Certification.Domain.Evidence.Assurance;
using Certification.Domain.Intake;
using Xunit;
using static Certification.Domain.Tests.Evidence.Assurance.AssuranceJudgement;

namespace Certification.Domain.Tests.Evidence.Assurance;

/// <summary>Incident response, safeguards, logs, red-team findings and acceptances on paper.</summary>
public sealed class PracticeChecksTests
{
    private static readonly IncidentExercise Exercise = new(LastMonth, "A wrong answer", ["Ada"], 20, 9, "Call sooner.", "/exercises/0");

    private static readonly IncidentResponse Plan = new(
        Helper, "Acme", LastMonth, [new("death", 24, "/clocks/0")], [new("Duty officer", "line 1", "at all times", "/contacts/0")],
        new("Duty officer", 30, true), [Exercise]);

    private static readonly LogSufficiency Logs = new(
        Helper, "Acme", LastMonth, ["access", "input", "output", "override", "version"], 365, "NTP", 50, "A hash chain.",
        [new(LastMonth, "Acme", 4_000, 60, 59, "/reconstructions/0")]);

    private static readonly RedTeamFinding Finding = new(
        "F-1", "Leaks its prompt", "high", "Prompt moved out of reach", LastMonth, new Retest(LastMonth.AddDays(2), "Lab", 40, 0), "/findings/0");

    private static readonly RedTeamFindings Report = new(Helper, "Lab", LastMonth, LastMonth, 800, [Finding]);

    private static Safeguards Around(params Safeguard[] more) => new(
        Helper, "Acme", LastMonth, [.. ((string[])["access-control", "monitoring", "use-restriction"]).Select(kind => Sound(kind)), .. more]);

    private static Safeguard Sound(string kind) => new(kind, "Holds", [new(LastMonth, "Acme", 40, 40, "/safeguards/0/tests/0")], "/safeguards/0");

    [Fact]
    public void A_sound_plan_has_no_finding() => AssuranceJudgement.Sound("incident-response-plan", Plan);

    [Fact]
    public void A_severity_without_a_clock() => OfPlan("evidence.incident-clock-missing", Plan with { Clocks = [] });

    [Fact]
    public void A_clock_slower_than_the_rulebooks() =>
        OfPlan("evidence.incident-clock-too-slow", Plan with { Clocks = [new("death", 72, "/clocks/0")] });

    [Fact]
    public void A_stop_that_nobody_owns() => OfPlan("evidence.incident-stop-unowned", Plan with { Stop = null });

    [Fact]
    public void A_stop_that_has_to_be_asked_for() => OfPlan("evidence.incident-stop-unowned", Plan with { Stop = Plan.Stop! with { WithoutConsent = false } });

    [Fact]
    public void Nobody_to_call() => OfPlan("evidence.incident-contact-missing", Plan with { Contacts = [] });

    [Fact]
    public void A_contact_without_hours() => OfPlan("evidence.incident-contact-incomplete", Plan with { Contacts = [Plan.Contacts[0] with { Hours = null }] });

    [Fact]
    public void A_plan_that_nobody_tried() => OfPlan("evidence.incident-not-exercised", Plan with { Exercises = [] });

    [Fact]
    public void An_exercise_that_took_too_long() => OfPlan("evidence.incident-stop-too-slow", Plan with { Exercises = [Exercise with { MinutesToStop = 600 }] });

    [Fact]
    public void An_exercise_without_measurements() =>
        OfPlanAmong("evidence.incident-exercise-incomplete", Plan with { Exercises = [Exercise with { HoursToReport = null }] });

    [Fact]
    public void A_report_that_would_have_been_late() =>
        OfPlan("evidence.incident-report-too-slow", Plan with { Exercises = [Exercise with { HoursToReport = 90 }] });

    [Fact]
    public void Sound_safeguards_have_no_finding() => AssuranceJudgement.Sound("safeguards", Around());

    [Fact]
    public void A_kind_of_safeguard_that_is_missing() =>
        One("evidence.safeguard-missing", "safeguards", Around() with { All = [.. Around().All.Skip(1)] });

    [Fact]
    public void A_safeguard_that_nobody_tried() => One("evidence.safeguard-untested", "safeguards", Around(Sound("rate-limit") with { Tests = [] }));

    [Fact]
    public void A_safeguard_that_gave_way() => One(
        "evidence.safeguard-broken", "safeguards", Around(Sound("rate-limit") with { Tests = [new(LastMonth, "Acme", 40, 28, "")] }));

    [Fact]
    public void A_safeguard_that_was_tried_three_times() => Assert.Contains(
        "evidence.safeguard-tested-too-little",
        Codes("safeguards", Around(Sound("rate-limit") with { Tests = [new(LastMonth, "Acme", 3, 3, "")] }), RiskTier.High));

    [Fact]
    public void Sound_logs_have_no_finding() => AssuranceJudgement.Sound("log-sufficiency", Logs);

    [Fact]
    public void Overrides_that_are_not_logged() => OfLogs("evidence.log-event-missing", Logs with { Events = [.. Logs.Events.Except(["override"])] });

    [Fact]
    public void Logs_that_are_kept_for_a_month() => OfLogs("evidence.log-retention-short", Logs with { RetentionDays = 30 });

    [Fact]
    public void Clocks_that_nothing_sets() => OfLogs("evidence.log-clock-unknown", Logs with { ClockSource = null });

    [Fact]
    public void Clocks_that_drift() => OfLogs("evidence.log-clock-drift", Logs with { MaxDriftMilliseconds = 90_000 });

    [Fact]
    public void Logs_that_anybody_may_change() => OfLogs("evidence.log-tampering-hidden", Logs with { TamperEvidence = null });

    [Fact]
    public void Decisions_that_could_not_be_told() =>
        OfLogs("evidence.reconstruction-unproved", Logs with { Reconstructions = [Logs.Reconstructions[0] with { Reconstructed = 40 }] });

    [Fact]
    public void A_reconstruction_of_two_decisions() => Assert.Contains(
        "evidence.reconstructed-too-few",
        Codes("log-sufficiency", Logs with { Reconstructions = [Logs.Reconstructions[0] with { Sampled = 2, Reconstructed = 2 }] }, RiskTier.High));

    [Fact]
    public void More_told_than_drawn() => Assert.Contains(
        "evidence.reconstruction-counts-impossible",
        Codes("log-sufficiency", Logs with { Reconstructions = [Logs.Reconstructions[0] with { Reconstructed = 61 }] }, RiskTier.High));

    [Fact]
    public void A_finding_that_was_mended_and_tried_again_has_no_finding() => AssuranceJudgement.Sound("red-team-report", Report, RiskTier.Critical);

    [Fact]
    public void A_finding_that_nobody_mended() => OfTeam("evidence.finding-unmitigated", Finding with { Mitigation = null });

    [Fact]
    public void A_finding_that_nobody_tried_again() => OfTeam("evidence.finding-not-retested", Finding with { Retest = null });

    [Fact]
    public void A_retest_before_the_mitigation() => OfTeam("evidence.finding-retested-too-early", Finding with { MitigatedOn = LastMonth.AddDays(5) });

    [Fact]
    public void A_finding_that_persists() => OfTeam("evidence.finding-persists", Finding with { Retest = Finding.Retest! with { Successes = 2 } });

    [Fact]
    public void A_retest_of_two_attempts() => OfTeam("evidence.finding-retested-too-little", Finding with { Retest = Finding.Retest! with { Attempts = 2 } });

    [Fact]
    public void A_red_team_that_hardly_tried() =>
        One("evidence.red-team-too-little", "red-team-report", Report with { Attempts = 12, All = [] }, RiskTier.Critical);

    [Fact]
    public void A_red_team_that_counted_nothing() => Assert.Contains(
        "evidence.red-team-uncounted", Codes("red-team-report", Report with { Attempts = null }, RiskTier.Critical));

    [Fact]
    public void An_acceptance_of_these_terms_has_no_finding() => AssuranceJudgement.Sound("duty-acceptance", Accepted(), RiskTier.Critical);

    [Fact]
    public void An_acceptance_of_other_terms() => One(
        "evidence.acceptance-of-other-terms", "duty-acceptance",
        Accepted() with { Duties = [.. Accepted().Duties.Skip(1), Accepted().Duties[0] with { Terms = new string('0', 64) }] }, RiskTier.Critical);

    [Fact]
    public void An_acceptance_of_some_duties() => One(
        "evidence.acceptance-incomplete", "duty-acceptance", Accepted() with { Duties = [.. Accepted().Duties.Skip(1)] }, RiskTier.Critical);

    [Fact]
    public void An_acceptance_by_nobody() => One(
        "evidence.acceptance-of-nobody", "duty-acceptance", Accepted() with { Party = "rival" }, RiskTier.Critical);

    [Fact]
    public void An_acceptance_that_nobody_signed() => One(
        "evidence.acceptance-unsigned", "duty-acceptance", Accepted() with { Signatory = null }, RiskTier.Critical);

    private static DutyAcceptance Accepted() => new(
        Helper, "Acme", LastMonth, "acme", "Ada Example",
        [.. DutyTerms.OfAll(A.Declaration(), A.Acme).Select(duty => new AcceptedTerms(duty.Code, duty.Terms.Hex, "/accepted/0"))]);

    private static void OfPlan(string code, IncidentResponse plan) => One(code, "incident-response-plan", plan);

    private static void OfPlanAmong(string code, IncidentResponse plan) => Assert.Contains(code, Codes("incident-response-plan", plan, RiskTier.High));

    private static void OfLogs(string code, LogSufficiency logs) => One(code, "log-sufficiency", logs);

    private static void OfTeam(string code, RedTeamFinding finding) =>
        One(code, "red-team-report", Report with { All = [finding] }, RiskTier.Critical);
}
