namespace Certification.Domain.Evidence.Checks;

/// <summary>Results are compared between jurisdictions, so that the protocol names the benchmarks that count.</summary>
internal sealed class RunMustBeOfTheProtocol : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Run is not { } run || evidence.Demand.Protocol is not { Benchmarks.Count: > 0 } protocol
            || run.Places.Task is null)
            yield break;
        if (!evidence.Parts.Any(part => protocol.FindBenchmark(part.Benchmark) is not null))
        {
            yield return evidence.Major("evidence.benchmark-not-in-protocol",
                $"\"{run.Task}\" is no benchmark of the protocol; these are: {string.Join(", ", protocol.Benchmarks)}.", run.Places.Task);
        }
    }
}
