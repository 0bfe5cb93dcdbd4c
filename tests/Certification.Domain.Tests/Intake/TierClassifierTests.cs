using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Rulebooks.CertLogic;
using Certification.Domain.Submissions;
using CsCheck;
using Xunit;

namespace Certification.Domain.Tests.Intake;

public sealed class TierClassifierTests
{
    private static readonly Rulebook Floor = RulebookLibrary.Floor;

    [Theory]
    [InlineData("translation", "office-productivity", "none", "closed", "aligned", "operators", RiskTier.Minimal)]
    [InlineData("text-generation", "marketing", "none", "closed", "aligned", "general-public", RiskTier.Limited)]
    [InlineData("ranking", "employment", "advises", "closed", "mixed", "workers", RiskTier.High)]
    [InlineData("cyber-offence", "science", "none", "closed", "aligned", "operators", RiskTier.High)]
    [InlineData("cyber-offence", "science", "none", "open-weights", "aligned", "operators", RiskTier.Critical)]
    [InlineData("cyber-offence", "science", "none", "api", "adverse", "operators", RiskTier.Critical)]
    public void Capability_and_context_together_set_the_tier(
        string capability, string sector, string role, string access, string incentive, string affected, RiskTier tier) =>
        Assert.Equal(tier, TierClassifier.Classify(Floor, Declared(capability, sector, role, access, incentive, affected)).Tier);

    [Fact]
    public void The_same_model_in_another_context_is_another_tier()
    {
        var model = Declared("text-generation", "marketing", "none", "closed", "aligned", "operators");
        var elsewhere = model with { Context = model.Context with { Sector = "health", Role = "advises" } };
        Assert.True(TierClassifier.Classify(Floor, elsewhere).Tier > TierClassifier.Classify(Floor, model).Tier);
    }

    [Fact]
    public void Every_rule_that_fired_is_cited_with_its_reason()
    {
        var fired = TierClassifier.Classify(Floor, Declared("ranking", "employment", "advises", "closed", "mixed", "workers")).Fired;
        Assert.Equal(["TR-FLOOR-0003", "TR-FLOOR-0004"], fired.Select(rule => rule.RuleId));
        Assert.Contains("livelihood", fired[1].Reason);
    }

    [Fact]
    public void A_rule_that_cannot_be_evaluated_counts_as_fired()
    {
        var broken = Floor.TierRules[0] with
        {
            Id = "TR-TEST-1", Tier = RiskTier.Critical,
            When = LogicExpression.From(System.Text.Json.JsonDocument.Parse("""{"<": [{"var": "context.sector"}, 1]}""").RootElement),
        };
        var classification = TierClassifier.Classify(Floor with { TierRules = [broken] }, A.Declaration());
        Assert.Equal(RiskTier.Critical, classification.Tier);
    }

    [Fact]
    public void A_further_capability_never_lowers_the_tier() => Declarations.Sample(pair =>
    {
        var (declaration, further) = pair;
        var more = declaration with { Capabilities = [.. declaration.Capabilities, further] };
        Assert.True(TierClassifier.Classify(Floor, more).Tier >= TierClassifier.Classify(Floor, declaration).Tier);
    });

    [Fact]
    public void Additions_never_lower_the_tier() => Declarations.Sample(pair =>
        Assert.True(TierClassifier.Classify(RulebookLibrary.InForceAt("XB"), pair.Declaration).Tier >= TierClassifier.Classify(Floor, pair.Declaration).Tier));

    private static Gen<(Declaration Declaration, string Further)> Declarations =>
        from capability in Code(Floor.Taxonomy.Capabilities)
        from sector in Code(Floor.Taxonomy.Sectors)
        from role in Code(Floor.Taxonomy.Roles)
        from access in Code(Floor.Taxonomy.Accesses)
        from incentive in Code(Floor.Taxonomy.Incentives)
        from affected in Code(Floor.Taxonomy.Affected)
        from further in Code(Floor.Taxonomy.Capabilities)
        select (Declared(capability, sector, role, access, incentive, affected), further);

    private static Gen<string> Code(IReadOnlyList<Term> terms) => Gen.Int[0, terms.Count - 1].Select(index => terms[index].Code);

    private static Declaration Declared(string capability, string sector, string role, string access, string incentive, string affected) =>
        A.Declaration() with
        {
            Capabilities = [capability],
            Context = A.Declaration().Context with { Sector = sector, Role = role, Access = access, Incentive = incentive, Affected = [affected] },
        };
}
