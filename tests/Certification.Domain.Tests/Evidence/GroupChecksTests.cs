using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Xunit;

namespace Certification.Domain.Tests.Evidence;

/// <summary>Demands results by group, starts from a run that meets them, and plants one fault.</summary>
public sealed class GroupChecksTests
{
    private static readonly GroupThreshold Demand = new("accuracy", "gender", Minimum: 0.6, MaximumGap: 0.1, MinimumSamples: 50);

    [Fact]
    public void Groups_that_fare_alike_are_left_alone() => Assert.Empty(Codes(0.75, 0.7));

    [Fact]
    public void Missing_results_by_group_are_found() =>
        Assert.Equal(["evidence.groups-missing"], Judge(run => run));

    [Fact]
    public void A_single_group_is_no_comparison() =>
        Assert.Equal(["evidence.groups-missing"], Judge(run => run with { Groups = [Group("women", 0.7)] }));

    [Fact]
    public void Groups_by_something_else_do_not_count() => Assert.Equal(["evidence.groups-missing"],
        Judge(run => run with { Groups = [Group("young", 0.7) with { Attribute = "age" }, Group("old", 0.7) with { Attribute = "age" }] }));

    [Fact]
    public void A_gap_between_groups_is_found() => Assert.Equal(["evidence.group-gap-too-wide"], Codes(0.9, 0.7));

    [Fact]
    public void A_group_below_the_minimum_is_found() => Assert.Equal(["evidence.group-threshold-missed"], Codes(0.65, 0.58));

    [Fact]
    public void A_group_of_few_samples_is_found() => Assert.Equal(["evidence.group-too-small"],
        Judge(run => run with { Groups = [Group("women", 0.7) with { Samples = 20 }, Group("men", 0.7)] }));

    [Fact]
    public void Rates_of_a_group_that_do_not_make_one_whole_are_found() => Assert.Contains("evidence.rates-do-not-add-up",
        Judge(run => run with { Groups = [Group("women", 0.3) with { Metric = "True Positive Rate" }, Group("women", 0.4) with { Metric = "False Negative Rate" }] }));

    [Fact]
    public void An_addition_may_raise_the_demand_and_not_lower_it()
    {
        Assert.True((Demand with { Minimum = 0.7, MaximumGap = 0.05 }).IsAsStrictAs(Demand));
        Assert.False((Demand with { Minimum = 0.5 }).IsAsStrictAs(Demand));
        Assert.False((Demand with { MaximumGap = null }).IsAsStrictAs(Demand));
        Assert.False((Demand with { Attribute = null }).IsAsStrictAs(Demand));
        Assert.False((Demand with { MinimumSamples = 10 }).IsAsStrictAs(Demand));
    }

    private static GroupScore Group(string name, double value) => new("gender", name, "accuracy", value, 100, "/groups");

    private static IEnumerable<string> Codes(double women, double men) => Judge(run => run with { Groups = [Group("women", women), Group("men", men)] });

    private static IEnumerable<string> Judge(Func<EvaluationRun, EvaluationRun> change)
    {
        var reading = AReading.Run(change);
        return EvidenceJudgement.Judge(Demanding(), RiskTier.High, A.Declaration(), AReading.Item(reading), reading, A.Monday).Findings.Select(finding => finding.Code);
    }

    private static Rulebook Demanding() => RulebookLibrary.Floor with
    {
        Evidence = [.. RulebookLibrary.Floor.Evidence.Select(kind => kind.Code != "capability-evaluation" ? kind : kind with
        {
            Demands = [.. kind.Demands.Select(demand => demand with { Protocol = demand.Protocol! with { Groups = [Demand] } })],
        })],
    };
}
