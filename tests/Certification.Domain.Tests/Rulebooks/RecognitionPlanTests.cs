using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Xunit;

namespace Certification.Domain.Tests.Rulebooks;

public sealed class RecognitionPlanTests
{
    private static readonly RecognitionPlan Xb = RulebookLibrary.InForceAt("XB").Recognition!;

    private static readonly RecognitionFacts CvScreening =
        new(RiskTier.High, "employment", "advises", "closed", ["ranking"], ["capability-evaluation"], []);

    [Fact]
    public void XB_wants_results_per_group_where_livelihoods_are_decided() =>
        Assert.Equal(["RC-XB-0001"], Xb.ConditionsFor(CvScreening).Select(condition => condition.Id));

    [Fact]
    public void XB_adds_nothing_where_they_are_there() =>
        Assert.Empty(Xb.ConditionsFor(CvScreening with { Evidence = ["fairness-evaluation"] }));

    [Fact]
    public void A_condition_waits_for_its_tier() =>
        Assert.Empty(Xb.ConditionsFor(CvScreening with { Tier = RiskTier.Limited }));

    [Fact]
    public void An_issuer_without_an_entry_has_no_rule()
    {
        Assert.Null(Xb.ForIssuer("XC"));
        Assert.Equal(["1.0.0"], Xb.ForIssuer("XA")!.FloorVersions);
    }
}
