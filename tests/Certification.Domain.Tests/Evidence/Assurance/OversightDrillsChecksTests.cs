using Certification.Domain.Evidence;
using Certification.Domain.Evidence.Assurance;
using Certification.Domain.Intake;
using CsCheck;
using Xunit;
using static Certification.Domain.Tests.Evidence.Assurance.AssuranceJudgement;

namespace Certification.Domain.Tests.Evidence.Assurance;

/// <summary>Oversight that is a checkbox fails; what is planted here are the ways in which it is ticked.</summary>
public sealed class OversightDrillsChecksTests
{
    private static readonly OversightDrill Drill = new(
        LastMonth, ["Ada", "Ben"], 120, 14, 24, 22, [80, 130], 6, null, null, "Two were missed.", "/drills/0");

    private static readonly OversightDrills Drills = new(Helper, "Acme", LastMonth, [Drill]);

    [Fact]
    public void A_sound_drill_has_no_finding() => Sound("oversight-drills", Drills);

    [Fact]
    public void No_drill_at_all() => Contains("evidence.drill-missing", Drills with { Drills = [] });

    [Fact]
    public void All_of_three_planted_errors_prove_nothing() => Assert.Equal(
        ["evidence.seeded-too-few", "evidence.catch-rate-unproved"],
        Codes("oversight-drills", With(Drill with { Seeded = 3, Caught = 3 }), RiskTier.High));

    [Fact]
    public void Errors_that_were_read_past() => Finds("evidence.catch-rate-unproved", Drill with { Caught = 15 });

    [Fact]
    public void No_override_in_ten_thousand_decisions() =>
        Finds("evidence.never-overridden", Drill with { Decisions = 10_000, Overridden = 0, OperatorHours = 500 });

    [Fact]
    public void Too_few_decisions_to_overrule_any() => Finds("evidence.drilled-too-little", Drill with { Decisions = 40 });

    [Fact]
    public void Drills_that_came_out_alike_to_the_last_digit() => One(
        "evidence.drills-copied", "oversight-drills", Drills with { Drills = [Drill, Drill with { HeldOn = LastMonth.AddDays(-60), Where = "/drills/1" }] });

    [Fact]
    public void A_drill_without_people() => Finds("evidence.drill-without-people", Drill with { Participants = [] });

    [Fact]
    public void A_drill_without_counts() => Contains("evidence.drill-uncounted", With(Drill with { Overridden = null }));

    [Fact]
    public void More_caught_than_planted() => Contains("evidence.drill-counts-impossible", With(Drill with { Caught = 30 }));

    [Fact]
    public void A_rate_that_its_counts_do_not_give() => Finds("evidence.drill-rate-wrong", Drill with { CatchRate = 0.99 });

    [Fact]
    public void A_rate_that_is_rounded_is_no_lie() => Sound("oversight-drills", With(Drill with { CatchRate = 0.917, OverrideRate = 0.12 }));

    [Fact]
    public void A_stop_that_took_too_long_once() => Finds("evidence.stop-too-slow", Drill with { SecondsToStop = [80, 100, 1_800] });

    [Fact]
    public void A_stop_that_nobody_timed() => Finds("evidence.stop-too-slow", Drill with { SecondsToStop = [] });

    [Fact]
    public void A_stop_in_no_time_at_all() => Finds("evidence.stop-time-impossible", Drill with { SecondsToStop = [0, 100] });

    [Fact]
    public void A_case_every_ten_seconds() => Finds("evidence.operator-overloaded", Drill with { OperatorHours = 0.33 });

    [Fact]
    public void Hours_that_are_not_given() => Finds("evidence.operator-overloaded", Drill with { OperatorHours = null });

    [Fact]
    public void A_drill_of_last_year() => Finds("evidence.drill-stale", Drill with { HeldOn = A.Monday.AddDays(-300) });

    [Fact]
    public void A_better_count_never_proves_less() =>
        Gen.Select(Gen.Long[1, 500], Gen.Double[0, 1]).Sample((whole, share) =>
        {
            var part = (long)(share * (whole - 1));
            return Proportion.LowerBound(part, whole) <= Proportion.LowerBound(part + 1, whole)
                && Proportion.LowerBound(part, whole) <= (double)part / whole + 1e-12
                && Proportion.LowerBound(whole, whole) <= Proportion.LowerBound(whole + 1, whole + 1);
        });

    private static OversightDrills With(OversightDrill drill) => Drills with { Drills = [drill] };

    private static void Finds(string code, OversightDrill drill) => One(code, "oversight-drills", With(drill));

    private static void Contains(string code, OversightDrills drills) => Assert.Contains(code, Codes("oversight-drills", drills, RiskTier.High));
}
