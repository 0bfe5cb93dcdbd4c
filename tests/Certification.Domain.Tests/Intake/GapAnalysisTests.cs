using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;
using Xunit;

namespace Certification.Domain.Tests.Intake;

/// <summary>Starts from a complete dossier of the limited tier, takes one thing away, and expects exactly that gap.</summary>
public sealed class GapAnalysisTests
{
    private static readonly Rulebook Floor = RulebookLibrary.Floor;

    [Fact]
    public void A_complete_dossier_has_no_gap() => Assert.Empty(Gaps(Complete, Evidence));

    [Fact]
    public void Missing_evidence_is_named_with_clause_and_next_step()
    {
        var gap = Assert.Single(Gaps(Complete, Evidence.Skip(1)));
        Assert.Equal(("gap.evidence-missing", "model-card", "floor/1.0 §evidence.model-card"), (gap.Code, gap.Requirement, gap.Clause));
        Assert.Contains("Write a model card", gap.NextStep);
    }

    [Fact]
    public void The_least_effort_comes_first()
    {
        var gaps = Gaps(Complete with { Parties = [] }, []);
        Assert.Equal(["overall-accountability", "complaint-handling", "incident-response", "model-card", "bill-of-materials", "capability-evaluation"],
            gaps.Select(gap => gap.Requirement));
        Assert.Equal(gaps.OrderBy(gap => gap.EffortHours), gaps);
    }

    [Fact]
    public void An_accountability_gap_stands_among_the_others()
    {
        var gap = Assert.Single(GapAnalysis.Gaps(Floor, RiskTier.Limited, Complete with { Parties = [A.Acme with { Duties = ["overall-accountability", "incident-response"] }] }, Evidence, A.Acceptances(Complete), A.Monday));
        Assert.Equal(("gap.duty-unowned", "complaint-handling"), (gap.Code, gap.Requirement));
    }

    [Fact]
    public void A_code_that_the_taxonomy_lacks_is_a_gap_that_lists_the_codes()
    {
        var gap = Assert.Single(Gaps(Complete with { Context = Complete.Context with { Sector = "advertising" } }, Evidence));
        Assert.Equal(("gap.code-unknown", "advertising"), (gap.Code, gap.Requirement));
        Assert.Contains("marketing", gap.NextStep);
    }

    [Fact]
    public void A_system_without_digests_is_a_gap() =>
        One("gap.artifact-digest-missing", "system.artifacts", Complete with { System = Complete.System with { Artifacts = [] } });

    [Fact]
    public void Evidence_of_an_unknown_kind_is_a_gap() =>
        Assert.Equal("gap.evidence-kind-unknown", Assert.Single(Gaps(Complete, [.. Evidence, Item("selfie")])).Code);

    [Fact]
    public void Evidence_by_somebody_too_close_is_a_gap()
    {
        var high = GapAnalysis.Gaps(Floor, RiskTier.High, Complete, Evidence, [], A.Monday);
        Assert.Contains(high, gap => gap is { Code: "gap.evidence-independence", Requirement: "capability-evaluation" });
    }

    [Fact]
    public void Evidence_over_its_limit_is_a_gap() => Assert.Equal("gap.evidence-too-large",
        Assert.Single(Gaps(Complete, [Item("model-card") with { Size = 1L << 40 }, .. Evidence.Skip(1)])).Code);

    [Fact]
    public void Evidence_that_is_reused_and_stale_is_asked_for_again()
    {
        var performed = A.Monday.AddDays(-400);
        var report = new EvidenceReport("e-1", Evidence[2].Digest, "inspect-log", [new Claim("acme/helper", "evaluation", PerformedOn: performed)], []);
        var gap = Assert.Single(GapAnalysis.Gaps(Floor, RiskTier.Limited, Complete, Evidence, [report], A.Acceptances(Complete), A.Monday));
        Assert.Equal(("gap.evidence-stale", "capability-evaluation"), (gap.Code, gap.Requirement));
    }

    [Fact]
    public void A_fresh_item_beside_a_stale_one_closes_the_gap() => Assert.Empty(
        GapAnalysis.Gaps(Floor, RiskTier.Limited, Complete, [Item("model-card", A.Monday.AddDays(-9999)), .. Evidence], A.Acceptances(Complete), A.Monday));

    private static Declaration Complete => A.Declaration();

    private static IReadOnlyList<EvidenceItem> Evidence => [Item("model-card"), Item("bill-of-materials"), Item("capability-evaluation")];

    private static EvidenceItem Item(string kind, DateTimeOffset? sealedAt = null) =>
        A.Evidence($"e-{kind}", sealedAt) with { Kind = kind, Digest = Sha256Digest.Of(System.Text.Encoding.UTF8.GetBytes(kind)) };

    private static IReadOnlyList<Gap> Gaps(Declaration declaration, IEnumerable<EvidenceItem> evidence) =>
        GapAnalysis.Gaps(Floor, RiskTier.Limited, declaration, [.. evidence], A.Acceptances(declaration), A.Monday);

    private static void One(string code, string requirement, Declaration declaration)
    {
        var gap = Assert.Single(Gaps(declaration, Evidence));
        Assert.Equal((code, requirement), (gap.Code, gap.Requirement));
    }
}
