using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Xunit;

namespace Certification.Domain.Tests.Rulebooks;

public sealed class RulebookLibraryTests
{
    [Theory]
    [InlineData("floor")]
    [InlineData("XA")]
    [InlineData("XB")]
    [InlineData("XC")]
    public void Rules_pass_the_tests_that_they_bring_along(string authority)
    {
        var results = RuleTests.RunAll(RulebookLibrary.InForceAt(authority));
        Assert.True(results.Count >= 36);
        Assert.All(results, result => Assert.True(result.Passed, $"{result.Name}: {result.Detail}"));
    }

    [Fact]
    public void An_authority_without_additions_applies_the_floor() =>
        Assert.Equal("floor", RulebookLibrary.InForceAt("XD").Id);

    [Fact]
    public void Clauses_name_the_document_that_demands() => Assert.Equal(
        ["xa/1.0 §evidence.capability-evaluation", "floor/1.0 §evidence.model-card"],
        [Xa.FindEvidence("capability-evaluation")!.Clause, Xa.FindEvidence("model-card")!.Clause]);

    [Fact]
    public void A_published_rulebook_reads_back_to_the_same_digest() =>
        Assert.Equal(Xa.Reference(), DomainJson.Read<Rulebook>(DomainJson.Bytes(Xa)).Reference());

    [Theory]
    [InlineData(RiskTier.Minimal, 0)]
    [InlineData(RiskTier.Limited, 1)]
    [InlineData(RiskTier.High, 2)]
    [InlineData(RiskTier.Critical, 2)]
    public void Higher_tiers_get_a_second_assessor(RiskTier tier, int assessors) =>
        Assert.Equal(assessors, Xa.ReviewPlanFor(tier).Assessors);

    [Fact]
    public void Each_tier_wants_all_that_the_tier_below_it_wants()
    {
        foreach (var (lower, higher) in new[] { (RiskTier.Minimal, RiskTier.Limited), (RiskTier.Limited, RiskTier.High), (RiskTier.High, RiskTier.Critical) })
        {
            Assert.Empty(Codes(lower).Except(Codes(higher)));
            Assert.Empty(Xa.DutiesFor(lower).Except(Xa.DutiesFor(higher)));
            Assert.True(Xa.CertificatePlanFor(higher).ValidityDays < Xa.CertificatePlanFor(lower).ValidityDays);
        }
    }

    [Fact]
    public void Evidence_for_one_sector_is_wanted_there_only()
    {
        var xb = RulebookLibrary.InForceAt("XB");
        Assert.Contains("fairness-evaluation", EvidencePlan.For(xb, RiskTier.High, In("employment")).Select(required => required.Kind.Code));
        Assert.DoesNotContain("fairness-evaluation", EvidencePlan.For(xb, RiskTier.High, In("health")).Select(required => required.Kind.Code));
    }

    private static Rulebook Xa => RulebookLibrary.InForceAt("XA");

    private static IEnumerable<string> Codes(RiskTier tier) =>
        Xa.Evidence.Where(kind => kind.DemandFor(tier) is not null).Select(kind => kind.Code);

    private static Certification.Domain.Submissions.Declaration In(string sector) =>
        A.Declaration() with { Context = A.Declaration().Context with { Sector = sector } };
}
