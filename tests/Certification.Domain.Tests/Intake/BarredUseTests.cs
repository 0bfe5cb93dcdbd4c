using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;
using Xunit;

namespace Certification.Domain.Tests.Intake;

public sealed class BarredUseTests
{
    [Fact]
    public void A_barred_use_is_a_gap_that_says_that_no_evidence_closes_it()
    {
        var gap = Assert.Single(Gaps("XA", Declared("emotion-inference", "employment")), gap => gap.Code == "gap.use-barred");
        Assert.Equal(("BU-FLOOR-0001", "floor/1.0 §BU-FLOOR-0001"), (gap.Requirement, gap.Clause));
        Assert.StartsWith("No evidence closes this gap.", gap.NextStep);
    }

    [Fact]
    public void The_same_capability_elsewhere_is_no_barred_use() =>
        Assert.DoesNotContain(Gaps("XA", Declared("emotion-inference", "science")), gap => gap.Code == "gap.use-barred");

    [Theory]
    [InlineData("XA", false)]
    [InlineData("XC", true)]
    public void A_jurisdiction_may_bar_a_use_that_the_floor_assesses(string authority, bool isBarred)
    {
        var declaration = Declared("cbrn-uplift", "science");
        var open = declaration with { Context = declaration.Context with { Access = "open-weights" } };
        Assert.Equal(isBarred, Gaps(authority, open).Any(gap => gap.Code == "gap.use-barred"));
    }

    private static Declaration Declared(string capability, string sector) =>
        A.Declaration() with { Capabilities = [capability], Context = A.Declaration().Context with { Sector = sector, Role = "advises" } };

    private static IReadOnlyList<Gap> Gaps(string authority, Declaration declaration) =>
        GapAnalysis.Gaps(RulebookLibrary.InForceAt(authority), RiskTier.High, declaration, [], [], [], A.Monday);
}
