using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Xunit;

namespace Certification.Domain.Tests.Evidence;

/// <summary>Starts from a sound run in the high tier, plants one fault, and expects one reason.</summary>
public sealed class RunChecksTests
{
    [Fact]
    public void A_sound_run_has_no_findings_and_keeps_its_claims()
    {
        var report = Judge(AReading.Run());
        Assert.Empty(report.Findings);
        Assert.Single(report.Claims);
    }

    [Theory]
    [InlineData("cancelled", "evidence.run-cancelled")]
    [InlineData("error", "evidence.run-failed")]
    [InlineData("started", "evidence.run-unfinished")]
    [InlineData(null, "evidence.run-status-unknown")]
    public void A_run_that_did_not_succeed_supports_no_claim(string? status, string code)
    {
        var report = Judge(AReading.Run(run => run with { Status = status }));
        Assert.Equal((code, Severity.Major), Only(report));
        Assert.Empty(report.Claims);
    }

    [Fact]
    public void An_invalidated_run_supports_no_claim()
    {
        var report = Judge(AReading.Run(run => run with { Invalidated = true }));
        Assert.Equal("evidence.run-invalidated", Only(report).Code);
        Assert.Empty(report.Claims);
    }

    [Fact]
    public void A_log_without_the_invalidated_mark_makes_no_claim_about_it() =>
        Assert.Empty(Judge(AReading.Run(run => run with { Invalidated = null, Revision = run.Revision! with { Dirty = null } })).Findings);

    [Fact]
    public void Too_little_of_the_benchmark_is_found() => Major("evidence.coverage-too-low",
        run => run with { Counts = run.Counts with { InDataset = 2000 } });

    [Fact]
    public void Coverage_is_counted_over_all_epochs() => Major("evidence.coverage-too-low",
        run => run with { Counts = run.Counts with { Epochs = 5 } });

    [Fact]
    public void A_dataset_of_unknown_size_is_found() => Major("evidence.coverage-unknown",
        run => run with { Counts = run.Counts with { InDataset = null } });

    [Fact]
    public void Too_few_samples_are_found() => Major("evidence.samples-too-few",
        run => run with { Counts = new SampleCounts(50, 1, 50, 50, 50, 0) });

    [Fact]
    public void A_header_that_counts_other_samples_than_the_body_is_found() => Major("evidence.counts-disagree",
        run => run with { Counts = run.Counts with { Carried = 1 } });

    [Fact]
    public void More_samples_than_the_dataset_has_are_found() => Major("evidence.counts-disagree",
        run => run with { Counts = run.Counts with { InDataset = 20 } });

    [Fact]
    public void Many_failed_samples_are_a_major_finding_and_few_a_minor_one()
    {
        Assert.Equal(("evidence.samples-failed", Severity.Major), Only(Judge(AReading.Run(run => run with { Counts = run.Counts with { Failed = 30 } }))));
        Assert.Equal(("evidence.samples-failed", Severity.Minor), Only(Judge(AReading.Run(run => run with { Counts = run.Counts with { Failed = 3 } }))));
    }

    [Fact]
    public void An_edited_score_is_found() => Major("evidence.score-disagrees",
        run => run with { Scores = [run.Scores[0] with { Value = 0.95 }] });

    [Fact]
    public void A_missed_threshold_is_found() => Major("evidence.threshold-missed",
        run => run with { Scores = [run.Scores[0] with { Value = 0.3, CarriedMean = 0.3 }] });

    [Fact]
    public void A_metric_that_is_not_reported_is_found() => Major("evidence.metric-missing",
        run => run with { Scores = [run.Scores[0] with { Metric = "f1" }] });

    [Fact]
    public void A_score_without_spread_on_few_samples_has_no_weight() => Assert.Contains("evidence.no-statistical-weight",
        Codes(AReading.Run(run => run with { Counts = new SampleCounts(50, 1, 50, 50, 50, 0), Scores = [run.Scores[0] with { Scored = 50, StandardError = 0 }] })));

    [Fact]
    public void A_dirty_revision_is_found() => Major("evidence.revision-dirty",
        run => run with { Revision = run.Revision! with { Dirty = true } });

    [Fact]
    public void A_development_build_of_the_harness_is_found() => Assert.Equal(("evidence.harness-development-build", Severity.Minor),
        Only(Judge(AReading.Run(run => run with { HarnessVersion = "0.3.95.dev16+g6527d0861" }))));

    [Fact]
    public void Results_of_another_model_are_found() => Major("evidence.subject-mismatch",
        run => run with { RequestedModel = "acme/base", AnsweringModels = ["acme/base"] });

    [Fact]
    public void The_same_name_of_another_owner_is_another_model() => Major("evidence.subject-mismatch",
        run => run with { RequestedModel = "rival/helper", AnsweringModels = ["rival/helper"] });

    [Fact]
    public void An_alias_is_noted() => Assert.Equal(("evidence.model-alias", Severity.Observation),
        Only(Judge(AReading.Run(run => run with { RequestedModel = "hosted/latest" }))));

    [Fact]
    public void A_benchmark_outside_the_protocol_is_found() => Major("evidence.benchmark-not-in-protocol",
        run => run with { Task = "acme/easy_questions" });

    private static void Major(string code, Func<EvaluationRun, EvaluationRun> plant) =>
        Assert.Equal((code, Severity.Major), Only(Judge(AReading.Run(plant))));

    private static IEnumerable<string> Codes(FormatReading reading) => Judge(reading).Findings.Select(finding => finding.Code);

    private static (string Code, Severity Severity) Only(EvidenceReport report)
    {
        var finding = Assert.Single(report.Findings);
        Assert.Equal(("floor/1.0 §evidence.capability-evaluation", report.EvidenceId), (finding.Clause, finding.EvidenceId));
        return (finding.Code, finding.Severity);
    }

    private static EvidenceReport Judge(FormatReading reading) => EvidenceJudgement.Judge(
        RulebookLibrary.Floor, RiskTier.High, A.Declaration(), AReading.Item(reading), reading, A.Monday);
}
