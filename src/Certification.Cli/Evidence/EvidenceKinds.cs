using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;

namespace Certification.Cli.Evidence;

/// <summary>Finds the entry of the evidence catalogue that a file would answer, where no dossier says so.</summary>
internal static class EvidenceKinds
{
    /// <summary>Whether any entry takes the format.</summary>
    public static bool Takes(FormatReading reading) => Accepting(reading).Any();

    /// <summary>Among the entries that take the format, the one whose protocol names the benchmark that ran, else the first
    /// that leaves benchmarks open, else the first. Where none takes it, the first of all.</summary>
    public static EvidenceKind For(FormatReading reading, RiskTier tier)
    {
        var accepting = Accepting(reading).ToList();
        return accepting.Find(kind => Protocols(kind).Any(protocol => Benchmarks(reading).Any(name => protocol.FindBenchmark(name) is not null)))
            ?? accepting.Find(kind => (kind.DemandFor(tier) ?? kind.Demands[0]).Protocol is not { Benchmarks.Count: > 0 })
            ?? accepting.FirstOrDefault() ?? RulebookLibrary.Floor.Evidence[0];
    }

    // A red-team tool's report answers the red-team entry before any evaluation that would also take it.
    private static IEnumerable<EvidenceKind> Accepting(FormatReading reading) => RulebookLibrary.Floor.Evidence
        .Where(kind => kind.Formats.Contains(reading.Format))
        .OrderByDescending(kind => kind.Code == "red-team-report" && reading.Claims.Any(claim => claim.Protocol == "red-team"));

    private static IEnumerable<EvaluationProtocol> Protocols(EvidenceKind kind) => kind.Demands.Select(demand => demand.Protocol).OfType<EvaluationProtocol>();

    private static IEnumerable<string?> Benchmarks(FormatReading reading) => reading.Claims.Select(claim => claim.Benchmark).Distinct();
}
