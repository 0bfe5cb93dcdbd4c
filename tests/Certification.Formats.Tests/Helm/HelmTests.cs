using Certification.Domain.Evidence;
using Xunit;

namespace Certification.Formats.Tests.Helm;

/// <summary>HELM spreads a run over five files; each is read for what it says itself.</summary>
public sealed class HelmTests
{
    [Fact]
    public async Task Statistics_give_the_metrics_of_the_test_split()
    {
        var reading = await Reading.Of(RunSamples.HelmStats);
        Assert.Equal(("helm-results", 2L), (reading.Format, reading.Run!.Counts.Completed));
        Assert.Equal(("exact_match", 0.5, 2L, "/1"), Assert.Single(reading.Claims) is var claim ? (claim.Metric, claim.Value, claim.Samples, claim.Where) : default);
        Assert.False(reading.Run.CarriesStatus);
    }

    [Fact]
    public async Task Perturbations_for_fairness_are_groups() => Assert.Equal(
        new GroupScore("dialect", "worst", "exact_match", 0.25, null, "/3"), Assert.Single((await Reading.Of(RunSamples.HelmStats)).Run!.Groups));

    [Fact]
    public async Task Instances_are_counted_and_averaged() =>
        Assert.Equal(("evaluation-samples", "exact_match", 0.5, 2L), Assert.Single((await Reading.Of(RunSamples.HelmInstances)).Claims) is var claim
            ? (claim.Protocol, claim.Metric, claim.Value, claim.Samples) : default);

    [Fact]
    public async Task The_specification_names_model_deployment_and_limit() => Assert.Equal(
        new RunSpecification("acme/helper", "hosted/helper", "quiz:subject=law", 40, null, 0, "/adapter_spec/model"),
        (await Reading.Of(RunSamples.HelmSpecification)).Specification);

    [Fact]
    public async Task Requests_are_counted_with_their_failures_and_dated()
    {
        var reading = await Reading.Of(RunSamples.HelmState);
        Assert.Equal((2L, 1L), (reading.Specification!.Requests, reading.Specification.Failed));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1770000060), Assert.Single(reading.Claims).PerformedOn);
    }

    [Fact]
    public async Task The_scenario_names_the_benchmark_and_no_model() =>
        Assert.Equal((null, "quiz"), Assert.Single((await Reading.Of(RunSamples.HelmScenario)).Claims) is var claim ? (claim.Subject, claim.Benchmark) : default);
}
