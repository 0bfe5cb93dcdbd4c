using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Xunit;

namespace Certification.Domain.Tests.Evidence;

/// <summary>A protocol pins what was measured and by what; each test plants another thing.</summary>
public sealed class ProtocolChecksTests
{
    private static readonly EvaluationProtocol Protocol = new(
        [new("inspect_evals/truthfulqa", ["1"])], 100, 0.5,
        [new("accuracy", Benchmark: "inspect_evals/truthfulqa", Reference: "reference", MinimumRatio: 0.9)],
        [new("inspect_ai", "0.3.100", "0.4")]);

    [Fact]
    public void A_run_of_the_protocol_has_no_finding() => Assert.Empty(Judge(AReading.Run()));

    [Fact]
    public void Another_version_of_the_benchmark_is_found() => Assert.Equal(
        ["evidence.benchmark-version-not-in-protocol"], Judge(Claiming(claim => claim with { BenchmarkVersion = "0" })));

    [Fact]
    public void A_benchmark_without_version_is_found() => Assert.Equal(
        ["evidence.benchmark-version-missing"], Judge(Claiming(claim => claim with { BenchmarkVersion = null })));

    [Theory]
    [InlineData("0.3.99")]
    [InlineData("0.4.0")]
    public void Another_release_of_the_harness_is_found(string release) => Assert.Equal(
        ["evidence.harness-release-not-in-protocol"], Judge(Claiming(claim => claim with { HarnessVersion = release })));

    [Fact]
    public void Another_harness_is_found() => Assert.Equal(
        ["evidence.harness-not-in-protocol"], Judge(Claiming(claim => claim with { Harness = "home_grown" })));

    [Theory]
    [InlineData(0.6751, 0)]
    [InlineData(0.6749, 1)]
    public void A_relative_threshold_is_a_share_of_what_the_reference_scored(double accuracy, int findings) =>
        Assert.Equal(findings, Judge(AReading.Run(run => run with { Scores = [run.Scores[0] with { Value = accuracy }] })).Count(code => code == "evidence.threshold-missed"));

    [Fact]
    public void A_reference_that_is_measured_anew_moves_the_threshold() =>
        Assert.Contains("evidence.threshold-missed", Judge(AReading.Run(), reference: 0.95));

    [Fact]
    public void A_benchmark_outside_the_protocol_does_no_harm_beside_one_that_counts()
    {
        var run = AReading.Run();
        Assert.Empty(Judge(run with { Claims = [.. run.Claims, run.Claims[0] with { Benchmark = "acme/own", Value = 0.1 }] }));
    }

    private static FormatReading Claiming(Func<Claim, Claim> change)
    {
        var run = AReading.Run();
        return run with { Claims = [.. run.Claims.Select(change)] };
    }

    private static IEnumerable<string> Judge(FormatReading reading, double reference = 0.75)
    {
        var floor = RulebookLibrary.Floor;
        var kind = floor.FindEvidence("capability-evaluation")! with { Demands = [new(RiskTier.Minimal, Independence.FirstParty, 365, Protocol)] };
        var rulebook = floor with
        {
            Evidence = [kind],
            References = [new("reference", "commons/reference", "abc", [new("inspect_evals/truthfulqa", "accuracy", reference)])],
        };
        return EvidenceJudgement.Judge(rulebook, RiskTier.High, A.Declaration(), AReading.Item(reading), reading, A.Monday)
            .Findings.Select(finding => finding.Code);
    }
}
