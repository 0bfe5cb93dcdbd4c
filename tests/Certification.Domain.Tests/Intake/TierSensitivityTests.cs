using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;
using Xunit;

namespace Certification.Domain.Tests.Intake;

public sealed class TierSensitivityTests
{
    private static readonly Rulebook Floor = RulebookLibrary.Floor;

    [Fact]
    public void A_word_that_lowers_the_tier_is_named_with_the_rule_that_would_cease_to_hold() =>
        Assert.Contains(Changes(Screening), change => change is
        {
            Axis: "context.role", From: "advises", To: "none", Tier: RiskTier.Minimal, Rules: ["TR-FLOOR-0004"],
        });

    [Fact]
    public void A_word_that_raises_the_tier_is_named_with_the_rule_that_would_begin_to_hold() =>
        Assert.Contains(Changes(Screening with { Capabilities = ["cyber-offence"] }), change =>
            change is { Axis: "context.access", To: "open-weights", Tier: RiskTier.Critical } && change.Rules.Contains("TR-FLOOR-0015"));

    [Fact]
    public void A_capability_that_sets_the_tier_alone_is_named_as_taken_away() =>
        Assert.Contains(Changes(Office with { Capabilities = ["biometric-identification"] }), change =>
            change is { Axis: "capabilities", From: "biometric-identification", To: null, Tier: RiskTier.Minimal });

    [Fact]
    public void A_capability_that_would_raise_the_tier_is_named_as_added() =>
        Assert.Contains(Changes(Office), change => change is { Axis: "capabilities", From: null, To: "cbrn-uplift", Tier: RiskTier.High });

    [Fact]
    public void Every_named_change_leads_where_it_says()
    {
        foreach (var change in Changes(Screening).Where(change => change.Axis == "context.sector"))
        {
            var changed = Screening with { Context = Screening.Context with { Sector = change.To! } };
            Assert.Equal(change.Tier, TierClassifier.Classify(Floor, changed).Tier);
        }
    }

    [Fact]
    public void A_word_that_makes_no_difference_is_not_named() =>
        Assert.DoesNotContain(Changes(Screening), change => change.Axis == "context.scale");

    private static Declaration Screening => A.Declaration() with
    {
        Capabilities = ["ranking"],
        Context = A.Declaration().Context with { Sector = "employment", Role = "advises", Affected = ["workers"], Incentive = "mixed" },
    };

    private static Declaration Office => A.Declaration() with
    {
        Capabilities = ["translation"],
        Context = A.Declaration().Context with { Sector = "office-productivity", Affected = ["operators"] },
    };

    private static IReadOnlyList<TierChange> Changes(Declaration declaration) => TierSensitivity.Of(Floor, declaration);
}
