using Certification.Domain.Rulebooks;
using Xunit;

namespace Certification.Domain.Tests.Rulebooks;

/// <summary>An addition's protocol lets nothing pass that the floor's would not. Each test loosens one thing.</summary>
public sealed class ProtocolTighteningTests
{
    private static readonly Rulebook Floor = RulebookLibrary.Floor;

    [Fact]
    public void A_benchmark_version_may_not_be_added() => Refused(protocol => protocol with
    {
        Benchmarks = [.. protocol.Benchmarks.Select(benchmark => benchmark with { Versions = [.. benchmark.Versions!, "99"] })],
    });

    [Fact]
    public void Pinned_versions_may_not_be_dropped() => Refused(protocol => protocol with
    {
        Benchmarks = [.. protocol.Benchmarks.Select(benchmark => benchmark with { Versions = null })],
    });

    [Fact]
    public void Pinned_harnesses_may_not_be_dropped() => Refused(protocol => protocol with { Harnesses = null });

    [Fact]
    public void An_older_harness_may_not_be_let_in() => Refused(protocol => protocol with
    {
        Harnesses = [.. protocol.Harnesses!.Select(harness => harness with { From = "0.1" })],
    });

    [Fact]
    public void A_relative_threshold_may_not_be_lower() => Refused(protocol => protocol with
    {
        Thresholds = [.. protocol.Thresholds.Select(threshold => threshold with { MinimumRatio = threshold.MinimumRatio * 0.9 })],
    });

    [Fact]
    public void A_weaker_reference_may_not_stand_in_for_the_floors() => Refused(
        protocol => protocol with { Thresholds = [.. protocol.Thresholds.Select(threshold => threshold with { Reference = "weak" })] },
        [new("weak", "acme/weak", "abc", [.. Floor.References![0].Results.Select(result => result with { Value = 0.1 })])]);

    [Fact]
    public void The_values_of_the_floors_reference_may_not_be_changed()
    {
        var reference = Floor.References![0];
        var additions = RulebookData.XbAdditions with
        {
            References = [reference with { Results = [.. reference.Results.Select(result => result with { Value = 0.1 })] }],
        };
        Assert.Contains(RulebookAdoption.Adopt(Floor, additions).Errors, error => error.Where == reference.Code);
    }

    [Fact]
    public void Fewer_benchmarks_a_newer_harness_and_a_higher_threshold_are_adopted() => Assert.Empty(Errors(protocol => protocol with
    {
        Benchmarks = [.. protocol.Benchmarks.Select(benchmark => benchmark with { Versions = [benchmark.Versions![0]] })],
        Harnesses = [new("inspect_ai", "0.3.120", "0.4")],
        Thresholds = [.. protocol.Thresholds.Select(threshold => threshold with { MinimumRatio = threshold.MinimumRatio + 0.05 })],
    }));

    [Fact]
    public void An_incident_clock_may_not_run_longer() => Assert.Contains(
        RulebookAdoption.Adopt(Floor, RulebookData.XbAdditions with { IncidentClocks = [new("death", "A death", 999)] }).Errors,
        error => error.Where == "death");

    [Fact]
    public void A_barred_use_may_not_be_narrowed()
    {
        var use = Floor.BarredUses![0];
        var narrowed = use with { When = Floor.BarredUses[1].When, Tests = Floor.BarredUses[1].Tests };
        Assert.Contains(
            RulebookAdoption.Adopt(Floor, RulebookData.XbAdditions with { BarredUses = [narrowed] }).Errors, error => error.Where == use.Id);
    }

    private static void Refused(Func<EvaluationProtocol, EvaluationProtocol> loosen, IReadOnlyList<ReferenceSystem>? references = null) =>
        Assert.Contains(Errors(loosen, references), error => error.Where == "capability-evaluation");

    private static IReadOnlyList<RulebookError> Errors(
        Func<EvaluationProtocol, EvaluationProtocol> change, IReadOnlyList<ReferenceSystem>? references = null)
    {
        var kind = Floor.FindEvidence("capability-evaluation")!;
        var changed = kind with
        {
            Demands = [.. kind.Demands.Select(demand => demand.Protocol!.Harnesses is null ? demand : demand with { Protocol = change(demand.Protocol) })],
        };
        return RulebookAdoption.Adopt(Floor, RulebookData.XbAdditions with { Evidence = [.. RulebookData.XbAdditions.Evidence, changed], References = references }).Errors;
    }
}
