using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;
using Xunit;

namespace Certification.Domain.Tests.Evidence;

public sealed class EvidenceJudgementTests
{
    private static readonly Rulebook Floor = RulebookLibrary.Floor;

    [Fact]
    public void A_file_that_could_not_be_read_supports_no_claim()
    {
        var report = Judge(AReading.Run() with { Faults = [new("evidence.malformed", "Cut off.", "line 3")] }, item => item);
        Assert.Equal(("evidence.malformed", Severity.Major, "line 3"), (report.Findings[0].Code, report.Findings[0].Severity, report.Findings[0].Where));
        Assert.Empty(report.Claims);
    }

    [Fact]
    public void A_file_of_another_format_is_found() =>
        Assert.Contains("evidence.format-not-accepted", Codes(AReading.Card(), item => item with { Kind = "capability-evaluation" }));

    [Fact]
    public void A_file_of_an_unknown_kind_is_found() =>
        Assert.Equal(["evidence.kind-unknown"], Codes(AReading.Card(), item => item with { Kind = "selfie" }));

    [Fact]
    public void A_sealed_file_that_people_read_has_no_findings() =>
        Assert.Empty(Codes(FormatReading.Opaque, item => item with { Kind = "evaluation-transcripts", SealedAt = A.Monday }));

    [Fact]
    public void Stale_evidence_is_found() => Assert.Contains("evidence.stale",
        Codes(AReading.Card(), item => item with { SealedAt = A.Monday.AddDays(-800) }));

    [Fact]
    public void Evidence_from_the_future_is_found() => Assert.Contains("evidence.dated-in-future",
        Codes(AReading.Card(), item => item with { SealedAt = A.Monday.AddDays(3) }));

    [Theory]
    [InlineData("first-party")]
    [InlineData("somebody")]
    public void Evidence_by_somebody_too_close_is_found(string independence) =>
        Assert.Contains("evidence.independence-too-low", Codes(AReading.Run(), item => item with { Independence = independence }));

    [Fact]
    public void Evidence_beyond_the_tier_is_judged_by_the_least_that_is_ever_demanded() => Assert.DoesNotContain(
        "evidence.independence-too-low",
        EvidenceJudgement.Judge(Floor, RiskTier.Minimal, A.Declaration(), AReading.Item(AReading.Run()) with { Independence = "first-party" }, AReading.Run(), A.Monday)
            .Findings.Select(finding => finding.Code));

    [Fact]
    public void Two_files_that_contradict_each_other_are_found()
    {
        var finding = Assert.Single(DossierJudgement.Judge(Floor, [], [Says("e-1", 0.75), Says("e-2", 0.91)]));
        Assert.Equal(("dossier.values-contradict", null), (finding.Code, finding.EvidenceId));
        Assert.Contains("0.91", finding.Message);
    }

    [Fact]
    public void Two_honest_runs_may_differ_a_little() =>
        Assert.Empty(DossierJudgement.Judge(Floor, [], [Says("e-1", 0.75), Says("e-2", 0.76)]));

    [Fact]
    public void Other_versions_of_a_benchmark_do_not_contradict() => Assert.Empty(
        DossierJudgement.Judge(Floor, [], [Says("e-1", 0.75, "1"), Says("e-2", 0.91, "2")]));

    [Fact]
    public void One_file_for_two_kinds_is_found() => Assert.Equal("dossier.file-reused", Assert.Single(
        DossierJudgement.Judge(Floor, [A.Evidence("e-1"), A.Evidence("e-2") with { Kind = "bill-of-materials" }], [])).Code);

    private static EvidenceReport Says(string id, double value, string? version = null) => new(id, Sha256Digest.Of("x"u8), "inspect-log",
        [new Claim("acme/helper", "evaluation", Benchmark: "truthfulqa", BenchmarkVersion: version, Metric: "accuracy", Value: value)], []);

    private static IEnumerable<string> Codes(FormatReading reading, Func<EvidenceItem, EvidenceItem> change) =>
        Judge(reading, change).Findings.Select(finding => finding.Code);

    private static EvidenceReport Judge(FormatReading reading, Func<EvidenceItem, EvidenceItem> change) =>
        EvidenceJudgement.Judge(Floor, RiskTier.High, A.Declaration(), change(AReading.Item(reading)), reading, A.Monday);
}
