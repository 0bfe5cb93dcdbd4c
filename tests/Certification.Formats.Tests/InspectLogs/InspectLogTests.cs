using Xunit;

namespace Certification.Formats.Tests.InspectLogs;

public sealed class InspectLogTests
{
    [Fact]
    public async Task A_log_is_recognised_by_its_content_and_read_to_the_end()
    {
        var reading = await Reading.Of(Samples.Log());
        Assert.Equal("inspect-log", reading.Format);
        Assert.Empty(reading.Faults);
        var run = reading.Run!;
        Assert.Equal(("success", "acme/quiz", "hf/acme/helper", "0.3.140"), (run.Status, run.Task, run.RequestedModel, run.HarnessVersion));
        Assert.Equal(new(3, 1, 3, 3, 3, 0), run.Counts);
        Assert.Equal(["acme/helper"], run.AnsweringModels);
        Assert.True(run.Revision!.Dirty);
        Assert.Null(run.Invalidated);
    }

    [Fact]
    public async Task A_score_carries_the_mean_of_its_samples_beside_it()
    {
        var score = Assert.Single((await Reading.Of(Samples.Log())).Run!.Scores);
        Assert.Equal(("choice", "accuracy", 0.25, 3L), (score.Scorer, score.Metric, score.StandardError, score.CarriedScored));
        Assert.Equal(2.0 / 3, score.CarriedMean!.Value, 9);
    }

    [Fact]
    public async Task Claims_name_subject_benchmark_and_day()
    {
        var claim = Assert.Single((await Reading.Of(Samples.Log())).Claims);
        Assert.Equal(("acme/helper", "acme/quiz", "3", "accuracy"), (claim.Subject, claim.Benchmark, claim.BenchmarkVersion, claim.Metric));
        Assert.Equal(new DateTimeOffset(2026, 2, 5, 9, 0, 0, TimeSpan.Zero), claim.PerformedOn);
    }

    [Fact]
    public async Task The_order_of_members_does_not_matter()
    {
        var log = Samples.Log();
        var samplesFirst = "{" + log[log.IndexOf("\"samples\": [", StringComparison.Ordinal)..].TrimEnd()[..^1]
            + "," + log[(log.IndexOf('{') + 1)..log.LastIndexOf("\"samples\": [", StringComparison.Ordinal)].TrimEnd().TrimEnd(',') + "}";
        Assert.Equivalent((await Reading.Of(log)).Run, (await Reading.Of(samplesFirst)).Run, strict: true);
    }

    [Fact]
    public async Task Unknown_members_are_passed_over() =>
        Assert.Empty((await Reading.Of(Samples.Log().Replace("\"version\": 2", "\"version\": 2, \"novelty\": {\"deep\": [1, {\"a\": null}]}"))).Faults);

    [Theory]
    [InlineData("\"status\": \"success\"", "\"status\": 7", "/status")]
    [InlineData("\"completed_samples\": 3", "\"completed_samples\": \"3\"", "/results/completed_samples")]
    [InlineData("\"completed_samples\": 3", "\"completed_samples\": -3", "/results/completed_samples")]
    [InlineData("\"dirty\": true", "\"dirty\": \"no\"", "/eval/revision/dirty")]
    [InlineData("\"value\": 0.25", "\"value\": 1e999", "/results/scores/0/metrics/stderr/value")]
    public async Task What_is_used_has_to_have_its_type(string good, string bad, string where)
    {
        var log = Samples.Log().Replace("\"eval\": {", "\"status\": \"success\", \"eval\": {").Replace("\"version\": 2, \"status\": \"success\",", "\"version\": 2,");
        var reading = await Reading.Of(log.Replace(good, bad));
        if (where == "/status")
            Assert.Equal("unknown", reading.Format);
        else
            Assert.Equal(("evidence.wrong-type", where), (Assert.Single(reading.Faults).Code, reading.Faults[0].Where));
    }

    [Fact]
    public async Task Failed_samples_are_counted() => Assert.Equal(3,
        (await Reading.Of(Samples.Log().Replace("\"epoch\": 1, \"input\"", "\"epoch\": 1, \"error\": {\"message\": \"no\"}, \"input\""))).Run!.Counts.Failed);

    [Fact]
    public async Task A_log_without_samples_says_so() =>
        Assert.Null((await Reading.Of(Samples.Log().Replace("\"samples\": [{", "\"trimmed\": [{"))).Run!.Counts.Carried);
}
