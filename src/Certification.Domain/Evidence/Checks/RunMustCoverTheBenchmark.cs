namespace Certification.Domain.Evidence.Checks;

/// <summary>A handful of samples of a large benchmark says nothing about it, however well they went.</summary>
internal sealed class RunMustCoverTheBenchmark : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Run is not { } run || evidence.Demand.Protocol is not { } protocol)
            yield break;
        var counts = run.Counts;
        var completed = counts.Completed ?? counts.Carried ?? 0;
        if (completed < protocol.MinimumSamples)
        {
            yield return evidence.Major("evidence.samples-too-few",
                $"{completed} samples were completed; the protocol wants {protocol.MinimumSamples}.", "/results/completed_samples");
        }

        var inBenchmark = counts.InDataset * counts.Epochs;
        if (inBenchmark is not > 0)
        {
            if (protocol.MinimumCoverage > 0)
                yield return evidence.Major("evidence.coverage-unknown", "The log does not say how many samples the dataset has.", "/eval/dataset/samples");
        }
        else if (completed < protocol.MinimumCoverage * inBenchmark)
        {
            yield return evidence.Major("evidence.coverage-too-low", FormattableString.Invariant(
                $"{completed} of {inBenchmark} samples were completed, {(double)completed / inBenchmark:P1}; the protocol wants {protocol.MinimumCoverage:P0}."),
                "/eval/dataset/samples");
        }
    }
}
