using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Rulebooks.Governance;
using Xunit;

namespace Certification.Domain.Tests.Rulebooks.Governance;

public sealed class RulebookSimulationTests
{
    private static readonly Rulebook Floor = RulebookLibrary.Floor;
    private static readonly SimulatedFacts Facts = new(A.Declaration(), [A.Evidence(sealedAt: A.Monday)], [], []);
    private static readonly RiskTier Tier = TierClassifier.Classify(Floor, Facts.Declaration).Tier;

    [Fact]
    public void The_same_rulebook_changes_nothing()
    {
        var change = Compare(Floor);
        Assert.Equal(SimulatedEffect.Unchanged, change.Effect);
        Assert.Empty(change.Stricter.Concat(change.Looser));
    }

    [Fact]
    public void A_new_duty_without_an_owner_would_make_it_fail()
    {
        var change = Compare(Floor with { Duties = [.. Floor.Duties, new Duty("new-duty", "Answers letters", RiskTier.Minimal, 1)] });
        Assert.Equal(SimulatedEffect.WouldFail, change.Effect);
        Assert.Equal(["new-duty"], change.Missing.Select(gap => gap.Requirement));
    }

    [Fact]
    public void A_rule_that_fires_anew_is_named_with_the_tier_it_leads_to()
    {
        var rule = Floor.TierRules.First(rule => TierClassifier.Classify(Floor, Facts.Declaration).Fired.Any(fired => fired.RuleId == rule.Id));
        var change = Compare(Floor with { TierRules = [.. Floor.TierRules, rule with { Id = "TR-NEW", Tier = RiskTier.Critical }] });
        Assert.Equal((Tier, RiskTier.Critical, "TR-NEW"), (change.TierBefore, change.TierAfter, Assert.Single(change.NowFires).RuleId));
    }

    [Fact]
    public void A_shorter_validity_is_a_stricter_term_and_a_longer_deadline_a_looser_one()
    {
        var change = Compare(Floor with
        {
            CertificatePlans = [.. Floor.CertificatePlans.Select(plan => plan with { ValidityDays = plan.ValidityDays - 1 })],
            Deadlines = Floor.Deadlines with { MoreEvidenceDays = 99 },
        });
        Assert.Equal(SimulatedEffect.OtherTerms, change.Effect);
        Assert.StartsWith("days of validity", Assert.Single(change.Stricter), StringComparison.Ordinal);
        Assert.Contains("99", Assert.Single(change.Looser));
    }

    [Fact]
    public void Evidence_that_is_no_longer_independent_enough_would_make_it_fail()
    {
        var independent = Floor with
        {
            Evidence = [.. Floor.Evidence.Select(kind => kind with
            {
                Demands = [.. kind.Demands.Select(demand => demand with { Independence = Independence.ThirdParty })],
            })],
        };
        Assert.Contains(Compare(independent).Missing, gap => gap.Code == "gap.evidence-independence");
    }

    private static SimulatedChange Compare(Rulebook after) => RulebookSimulation.Compare(Floor, after, Facts, A.Monday);
}
