using Certification.Domain.Evidence.Assurance;
using Certification.Domain.Intake;
using Xunit;
using static Certification.Domain.Tests.Evidence.Assurance.AssuranceJudgement;

namespace Certification.Domain.Tests.Evidence.Assurance;

public sealed class OversightDesignChecksTests
{
    private static readonly OperatorTraining Ada = new("Ada", LastMonth, 4, ["How it errs"], 365, "/training/0");

    private static readonly OversightDesign Design = new(
        Helper, "Acme", LastMonth, [Ada, Ada with { Person = "Ben" }],
        [new("An answer contradicts the order", "Head of desk", "line 10", 30, "/escalation/0")],
        [new("closing a complaint", "none is closed by the system", "the register", "/limits/0")],
        [new("Two runs disagree", "an orange mark", "/uncertainty/0")],
        [new("Ada", "stop", true, "/intervention/0")]);

    [Fact]
    public void A_sound_design_has_no_finding() => Sound("human-oversight-plan", Design);

    [Fact]
    public void A_design_for_another_system() => Finds("evidence.subject-mismatch", Design with { System = "rival/other" });

    [Fact]
    public void A_design_for_no_system() => Finds("evidence.subject-unknown", Design with { System = null });

    [Fact]
    public void Training_without_people() => Contains("evidence.training-without-people", Design with
    {
        Training = [Ada, Ada with { Person = "Ben" }, Ada with { Person = null }],
    });

    [Fact]
    public void A_sentence_that_all_staff_are_trained_trains_nobody() =>
        Contains("evidence.training-without-people", Design with { Training = [new(null, null, null, ["All staff are trained."], null, "/training/0")] });

    [Fact]
    public void One_person_who_was_trained_twice_is_one_person() =>
        Finds("evidence.trained-too-few", Design with { Training = [Ada, Ada] });

    [Fact]
    public void Ten_minutes_of_training() =>
        Finds("evidence.training-too-short", Design with { Training = [Ada, Ada with { Person = "Ben", Hours = 0.2 }] });

    [Fact]
    public void Training_that_is_never_repeated() =>
        Finds("evidence.training-not-refreshed", Design with { Training = [Ada, Ada with { Person = "Ben", RefreshDays = null }] });

    [Fact]
    public void Training_that_should_have_been_repeated() =>
        Finds("evidence.training-lapsed", Design with { Training = [Ada, Ada with { Person = "Ben", HeldOn = A.Monday.AddDays(-400) }] });

    [Fact]
    public void Nobody_to_turn_to() => Finds("evidence.escalation-missing", Design with { Escalation = [] });

    [Fact]
    public void A_level_of_escalation_without_a_time() =>
        Finds("evidence.escalation-incomplete", Design with { Escalation = [Design.Escalation[0] with { WithinMinutes = null }] });

    [Fact]
    public void A_system_without_limits() => Finds("evidence.autonomy-unlimited", Design with { Limits = [] });

    [Fact]
    public void A_limit_that_nothing_enforces() =>
        Finds("evidence.limit-unenforced", Design with { Limits = [Design.Limits[0] with { EnforcedBy = null }] });

    [Fact]
    public void Doubt_that_nobody_sees() => Finds("evidence.uncertainty-hidden", Design with { Uncertainty = [] });

    [Fact]
    public void A_stop_that_needs_consent() =>
        Finds("evidence.stop-needs-consent", Design with { Intervention = [Design.Intervention[0] with { WithoutConsent = false }] });

    [Fact]
    public void The_highest_tier_wants_more_people_and_more_hours() =>
        Assert.Superset(
            new HashSet<string> { "evidence.trained-too-few", "evidence.training-too-short" },
            Codes("human-oversight-plan", Design, RiskTier.Critical).ToHashSet());

    private static void Finds(string code, OversightDesign design) => One(code, "human-oversight-plan", design);

    private static void Contains(string code, OversightDesign design) =>
        Assert.Contains(code, Codes("human-oversight-plan", design, RiskTier.High));
}
