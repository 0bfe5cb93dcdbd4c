using Certification.Domain.Evidence;
using Xunit;

namespace Certification.Formats.Tests;

/// <summary>What each result format is read as.</summary>
public sealed class RunFormatTests
{
    [Fact]
    public async Task A_garak_report_counts_finished_attempts_by_their_generations()
    {
        var reading = await Reading.Of(RunSamples.Garak);
        Assert.Equal(("garak-report", "success", "acme/helper", "dan.Ablation"), (reading.Format, reading.Run!.Status, reading.Run.RequestedModel, reading.Run.Task));
        Assert.Equal(new SampleCounts(1, 2, 2, 2, 2, 0), reading.Run.Counts);
        Assert.Equal(("dan.Ablation", "mitigation.Refusal", 0.5, 2L), Assert.Single(reading.Claims) is var claim
            ? (claim.Benchmark, claim.Metric, claim.Value, claim.Samples) : default);
        Assert.Empty(reading.Faults);
    }

    [Fact]
    public async Task A_garak_report_without_its_completion_is_unfinished() =>
        Assert.Equal("started", (await Reading.Of(RunSamples.Garak[..RunSamples.Garak.IndexOf("{\"entry_type\": \"completion", StringComparison.Ordinal)])).Run!.Status);

    [Fact]
    public async Task A_detector_that_always_passes_is_marked() => Assert.Equal(["always.Pass"],
        (await Reading.Of(RunSamples.Garak.Replace("mitigation.Refusal", "always.Pass"))).Run!.TrivialDetectors!);

    [Fact]
    public async Task A_bad_line_is_named_and_the_others_are_read()
    {
        var reading = await Reading.Of(RunSamples.Garak.Replace("\"probe_classname\": \"dan.Ablation\", \"outputs\": [{\"text\": \"No.\"}, {\"text\": \"No.\"}]}", "NaN"));
        Assert.Equal(("evidence.malformed", "line 3"), Assert.Single(reading.Faults) is var fault ? (fault.Code, fault.Where) : default);
        Assert.Equal("success", reading.Run!.Status);
    }

    [Fact]
    public async Task A_result_file_of_lm_eval_gives_metric_error_coverage_and_revision()
    {
        var reading = await Reading.Of(RunSamples.LmEval);
        Assert.Equal(("lm-eval-results", 400L, 200L, true), (reading.Format, reading.Run!.Counts.InDataset, reading.Run.Counts.Completed, reading.Run.RanForeignCode));
        var claim = Assert.Single(reading.Claims);
        Assert.Equal(("acme/helper", "abc", "quiz", "2", "0.4.9"), (claim.Subject, claim.SubjectRevision, claim.Benchmark, claim.BenchmarkVersion, claim.HarnessVersion));
        Assert.Equal(("acc", 0.75, 0.03, 200L, 400L), (claim.Metric, claim.Value, claim.StandardError, claim.Samples, claim.SamplesTotal));
    }

    [Fact]
    public async Task A_sample_log_of_lm_eval_is_counted_and_averaged()
    {
        var claim = Assert.Single((await Reading.Of(RunSamples.LmEvalSamples)).Claims);
        Assert.Equal(("evaluation-samples", "acc", 0.5, 2L), (claim.Protocol, claim.Metric, claim.Value, claim.Samples));
    }

    [Fact]
    public async Task Of_a_share_of_the_prompts_the_whole_is_known()
    {
        var run = (await Reading.Of(RunSamples.Moonshot)).Run!;
        Assert.Equal(new SampleCounts(20, 1, 2, 2, 2, 0), run.Counts);
        Assert.Equal(("acme/helper", TimeSpan.FromSeconds(3)), (Assert.Single(run.AnsweringModels), run.Duration!.Value));
    }

    [Fact]
    public async Task A_record_copied_from_a_leaderboard_says_so()
    {
        var reading = await Reading.Of(RunSamples.UnifiedRecord);
        Assert.True(reading.Run!.IsCopied);
        Assert.Equal(("Board", "third-party", 0.45), Assert.Single(reading.Claims) is var claim ? (claim.PerformedBy, claim.Independence, claim.Value) : default);
    }

    [Fact]
    public async Task A_reference_standard_is_of_the_reference_system()
    {
        var reading = await Reading.Of(RunSamples.Standard);
        Assert.Equal(("ailuminate-standard", "acme/reference"), (reading.Format, Assert.Single(reading.Claims).Subject));
    }

    [Fact]
    public async Task A_checklist_keeps_answer_and_elaboration() => Assert.Equal(
        [new("1.1", "Yes", "Drill of 3 March, report 12."), new ChecklistAnswer("1.2", "No", "")], (await Reading.Of(RunSamples.Checklist)).Checklist!);

    [Fact]
    public async Task A_metric_called_value_that_is_no_object_is_passed_over() => Assert.Equal("inspect-log",
        (await Reading.Of(Samples.Log().Replace("\"stderr\": {", "\"value\": 1, \"stderr\": {").Replace("\"scores\": {\"choice\"", "\"scores\": {\"value\": 1, \"choice\""))).Format);

    [Fact]
    public async Task Half_a_surrogate_pair_in_a_name_is_a_fault() =>
        Assert.Equal("evidence.encoding", (await Reading.Of("{\"\\ud800\": 1}")).Faults[0].Code);

    [Fact]
    public async Task Edited_scores_of_a_log_are_counted_by_sample() => Assert.Equal(1, (await Reading.Of(Samples.Log(1)
        .Replace("{\"value\": \"C\"}", "{\"value\": \"C\", \"history\": [{\"value\": \"I\"}, {\"value\": \"C\"}]}"))).Run!.EditedSamples);
}
