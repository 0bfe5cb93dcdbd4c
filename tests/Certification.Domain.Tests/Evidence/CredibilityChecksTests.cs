using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Xunit;

namespace Certification.Domain.Tests.Evidence;

/// <summary>Starts from a sound file, plants one sign that it is not what it looks like, and expects one reason.</summary>
public sealed class CredibilityChecksTests
{
    [Fact]
    public void Test_data_that_is_its_own_ground_truth_is_found() => Run("evidence.test-data-reused", Severity.Major, run => run with { ReusedData = "One file" });

    [Fact]
    public void Fewer_answers_than_configured_are_found() => Run("evidence.generations-missing", Severity.Minor, run => run with { GenerationsConfigured = 5 });

    [Fact]
    public void Weights_by_name_alone_are_noted() => Run("evidence.model-revision-missing", Severity.Observation, run => run with { IsModelPinned = false });

    [Fact]
    public void A_format_without_a_status_is_noted_and_supports_its_claims()
    {
        var report = Judge(AReading.Run(run => run with { Status = null, CarriesStatus = false }));
        Assert.Equal(("evidence.run-status-absent", Severity.Observation), Assert.Single(report.Findings) is var finding ? (finding.Code, finding.Severity) : default);
        Assert.Single(report.Claims);
    }

    [Fact]
    public void An_unknown_version_of_a_format_is_found() => Assert.Equal(["evidence.format-version-unknown"],
        Codes(AReading.Run() with { Version = new("9", false, "1 or 2", "/version") }));

    [Fact]
    public void A_value_whose_interval_reaches_below_the_threshold_is_found_as_minor() => Run("evidence.threshold-within-error", Severity.Minor,
        run => run with { Scores = [run.Scores[0] with { Value = 0.51, CarriedMean = 0.51, Interval = new(0.46, 0.56) }] });

    [Fact]
    public void A_standard_error_stands_for_an_interval() => Run("evidence.threshold-within-error", Severity.Minor,
        run => run with { Scores = [run.Scores[0] with { Value = 0.51, CarriedMean = 0.51, StandardError = 0.03 }] });

    [Fact]
    public void Results_of_another_model_in_the_same_file_do_not_count()
    {
        var counts = new SampleCounts(200, 1, 200, 200, null, 0);
        var reading = AReading.Run(run => run with
        {
            AnsweringModels = ["acme/helper", "rival/other"], RequestedModel = null,
            Parts = [new("acme/helper", run.Task, counts, run.Scores), new("rival/other", run.Task, counts, [run.Scores[0] with { Value = 0.1 }])],
        });
        Assert.Equal(["evidence.other-models-beside"], Codes(reading));
        Assert.Single(Judge(reading with { Claims = [.. reading.Claims, reading.Claims[0] with { Subject = "rival/other" }] }).Claims);
    }

    [Fact]
    public void Coverage_is_judged_for_each_benchmark_of_a_file()
    {
        var whole = new SampleCounts(200, 1, 200, 200, null, 0);
        Assert.Equal(["evidence.coverage-too-low"], Codes(AReading.Run(run => run with
        {
            Parts = [new(null, run.Task, new SampleCounts(2000, 1, 200, 200, null, 0), run.Scores), new(null, "easy", whole, run.Scores)],
        })));
    }

    [Fact]
    public void A_key_that_had_expired_when_it_signed_is_found() => Assert.Contains("evidence.signature-key-expired",
        Codes(new("dsse-attestation", [], [], Attestation: new([new(SignatureStanding.Valid, null, A.Monday, null, A.Monday.AddDays(-1))]))));

    [Fact]
    public void A_key_that_did_not_count_yet_is_found() => Assert.Contains("evidence.signature-key-not-yet-valid",
        Codes(new("dsse-attestation", [], [], Attestation: new([new(SignatureStanding.Valid, null, A.Monday, A.Monday.AddDays(1))]))));

    [Fact]
    public void A_risk_about_which_nothing_is_done_is_found() => Assert.Contains("evidence.risk-without-remediation",
        Codes(new("oscal-poam", [], [], Controls: new([], [new("R", "open", null, "/risks/0", HasRemediation: false)], null))));

    [Fact]
    public void A_run_that_asked_for_another_model_is_found() => Assert.Contains("evidence.subject-mismatch",
        Codes(new("helm-results", [], []) { Specification = new("rival/other", null, "quiz", null, null, 0, "/adapter_spec/model") }));

    [Fact]
    public void Samples_that_give_another_score_than_the_results_are_found()
    {
        Claim[] stated = [new(null, "evaluation", Harness: "helm", Metric: "exact_match", Value: 0.9, Samples: 10)];
        Claim[] samples = [new(null, "evaluation-samples", Harness: "helm", Metric: "exact_match", Value: 0.1, Samples: 10)];
        Claim[] run = [new("acme/helper", "run-specification", Harness: "helm")];
        var digest = Sha256Digest.Of("x"u8);
        Assert.Equal("dossier.score-disagrees", Assert.Single(DossierJudgement.Judge(RulebookLibrary.Floor, [],
            [new("e-1", digest, "helm-results", stated, []), new("e-2", digest, "helm-results", samples, []), new("e-3", digest, "helm-results", run, [])])).Code);
    }

    [Fact]
    public void A_detector_that_cannot_fail_is_found() => Run("evidence.detector-trivial", Severity.Major, run => run with { TrivialDetectors = ["always.Pass"] });

    [Fact]
    public void A_run_that_took_no_time_is_found() => Run("evidence.run-without-duration", Severity.Major, run => run with { Duration = TimeSpan.Zero });

    [Fact]
    public void Edited_scores_are_found() => Run("evidence.score-edited", Severity.Major, run => run with { EditedSamples = 2 });

    [Fact]
    public void Copied_results_are_found() => Run("evidence.results-copied", Severity.Major, run => run with { IsCopied = true });

    [Fact]
    public void Code_of_the_model_s_repository_is_found() => Run("evidence.foreign-code-ran", Severity.Minor, run => run with { RanForeignCode = true });

    [Fact]
    public void A_run_without_a_date_is_found() => Run("evidence.undated", Severity.Minor, run => run with { StartedAt = null, CompletedAt = null });

    [Theory]
    [InlineData("0.13.3.pre1")]
    [InlineData("1.0rc2")]
    public void A_harness_that_was_not_released_is_found(string version) =>
        Run("evidence.harness-development-build", Severity.Minor, run => run with { HarnessVersion = version });

    [Fact]
    public void Independence_that_the_file_denies_is_found()
    {
        var reading = AReading.Run();
        Assert.Equal(["evidence.independence-overstated"], Codes(reading with { Claims = [reading.Claims[0] with { Independence = "first-party" }] }));
    }

    [Fact]
    public void A_reference_standard_is_no_evaluation() =>
        Assert.Contains("evidence.reference-not-evaluation", Codes(new("ailuminate-standard", [], [])));

    [Fact]
    public void Samples_alone_are_found() => Assert.Contains("evidence.samples-without-results", Codes(new("lm-eval-samples", [], [])));

    [Fact]
    public void A_checklist_of_one_sentence_is_found() => Assert.Contains("evidence.answers-boilerplate",
        Codes(Checklist([.. Enumerable.Range(1, 4).Select(item => new ChecklistAnswer($"{item}", "Yes", "It is documented."))])));

    [Fact]
    public void An_answer_without_a_word_is_found() =>
        Assert.Contains("evidence.answer-unexplained", Codes(Checklist([new("1", "Yes", "")])));

    [Fact]
    public void A_checklist_that_waives_everything_is_found() =>
        Assert.Contains("evidence.answers-waived", Codes(Checklist([new("1", "No", "Not needed."), new("2", "No", "Nor this.")])));

    [Fact]
    public void A_checklist_that_was_worked_through_is_left_alone() => Assert.DoesNotContain(
        Codes(Checklist([new("1", "Yes", "Drill of 3 March."), new("2", "No", "Planned for May.")])), code => code.StartsWith("evidence.answer", StringComparison.Ordinal));

    [Theory]
    [InlineData(SignatureStanding.Invalid, "evidence.signature-invalid")]
    [InlineData(SignatureStanding.Absent, "evidence.signature-missing")]
    [InlineData(SignatureStanding.KeyUnknown, "evidence.signature-key-unknown")]
    [InlineData(SignatureStanding.Unverified, "evidence.signature-unverified")]
    public void An_attestation_whose_signature_does_not_hold_is_found(SignatureStanding standing, string code) =>
        Assert.Contains(code, Codes(new("dsse-attestation", [], [], Attestation: new([new(standing)]))));

    [Fact]
    public void An_attestation_of_another_file_is_found() => Assert.Contains("evidence.subject-mismatch",
        Codes(new("dsse-attestation", [new("other", "attestation", SubjectDigest: Sha256Digest.Of("other"u8))], [], Attestation: new([new(SignatureStanding.Valid)]))));

    [Fact]
    public void A_dataset_without_real_digests_is_found() => Assert.Contains("evidence.dataset-hash-placeholder",
        Codes(new("croissant", [], [], Dataset: new("d", "1", "mit", true, [], ["/distribution/0/sha256"], false, 3))));

    [Fact]
    public void A_well_described_dataset_is_left_alone() => Assert.DoesNotContain(
        Codes(new("croissant", [], [], Dataset: new("d", "1", "mit", true, [], [], false, 3))), code => code.StartsWith("evidence.dataset", StringComparison.Ordinal));

    [Fact]
    public void An_overdue_risk_and_an_unsatisfied_control_are_found()
    {
        var codes = Codes(new("oscal-poam", [], [], Controls: new(["ac-1"], [new("R", "open", A.Monday.AddDays(-1), "/risks/0")], A.Monday.AddDays(-2))));
        Assert.Superset(new HashSet<string> { "evidence.risk-overdue", "evidence.control-not-satisfied", "evidence.statements-expired" }, codes.ToHashSet());
    }

    [Fact]
    public void A_trimmed_sample_log_is_found_beside_its_results()
    {
        Claim[] whole = [new("acme/helper", "evaluation", Benchmark: "quiz", Harness: "lm_eval", Metric: "acc", Value: 0.5, Samples: 5000)];
        Claim[] part = [new(null, "evaluation-samples", Harness: "lm_eval", Metric: "acc", Value: 0.5, Samples: 10)];
        var digest = Sha256Digest.Of("x"u8);
        Assert.Equal("dossier.samples-trimmed", Assert.Single(DossierJudgement.Judge(RulebookLibrary.Floor, [],
            [new("e-1", digest, "lm-eval-results", whole, []), new("e-2", digest, "lm-eval-samples", part, [])])).Code);
    }

    private static FormatReading Checklist(IReadOnlyList<ChecklistAnswer> answers) => new("process-checklist", [], [], Checklist: answers);

    private static void Run(string code, Severity severity, Func<EvaluationRun, EvaluationRun> plant)
    {
        var finding = Assert.Single(Judge(AReading.Run(plant)).Findings);
        Assert.Equal((code, severity), (finding.Code, finding.Severity));
    }

    private static IEnumerable<string> Codes(FormatReading reading) => Judge(reading).Findings.Select(finding => finding.Code);

    private static EvidenceReport Judge(FormatReading reading) => EvidenceJudgement.Judge(
        RulebookLibrary.Floor, RiskTier.High, A.Declaration(), AReading.Item(reading), reading, A.Monday);
}
