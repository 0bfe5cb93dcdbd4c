using Certification.Domain.Rulebooks;

namespace Certification.Domain.Evidence.Checks;

/// <summary>A handful of samples of a large benchmark says nothing about it, however well they went. Where no protocol says how
/// much is wanted, less than a tenth is still worth a word.</summary>
internal sealed class RunMustCoverTheBenchmark : IEvidenceCheck
{
    private const double LeastWithoutProtocol = 0.1;

    public IEnumerable<Finding> Check(JudgedEvidence evidence) =>
        evidence.Reading.Run is not { } run ? []
        : evidence.Parts.SelectMany(part => evidence.Demand.Protocol is { } protocol ? By(protocol, evidence, run, part) : WithoutProtocol(evidence, run, part));

    private static IEnumerable<Finding> By(EvaluationProtocol protocol, JudgedEvidence evidence, EvaluationRun run, RunPart part)
    {
        if (Completed(part.Counts) is not { } completed)
        {
            yield return evidence.Major("evidence.samples-unknown", $"The file does not say how many samples were scored{Of(run, part)}.", run.Places.Completed);
            yield break;
        }

        if (completed < protocol.MinimumSamples)
        {
            yield return evidence.Major("evidence.samples-too-few",
                $"{Counted.Of(completed, "sample")} completed{Of(run, part)}; the protocol wants {protocol.MinimumSamples}.", run.Places.Completed);
        }

        var inBenchmark = part.Counts.InDataset * part.Counts.Epochs;
        if (inBenchmark is not > 0)
        {
            if (protocol.MinimumCoverage > 0)
                yield return evidence.Major("evidence.coverage-unknown", $"The file does not say how many samples the dataset has{Of(run, part)}.", run.Places.DatasetSize);
        }
        else if (completed < protocol.MinimumCoverage * inBenchmark)
        {
            yield return evidence.Major("evidence.coverage-too-low", FormattableString.Invariant(
                $"{completed} of {inBenchmark} samples{Of(run, part)} were completed, {Share(completed, inBenchmark.Value)}; the protocol wants {protocol.MinimumCoverage:P0}."),
                run.Places.DatasetSize);
        }
    }

    private static IEnumerable<Finding> WithoutProtocol(JudgedEvidence evidence, EvaluationRun run, RunPart part)
    {
        if (part.Counts.InDataset * part.Counts.Epochs is > 0 and var inBenchmark && Completed(part.Counts) is { } completed && completed < LeastWithoutProtocol * inBenchmark)
        {
            yield return evidence.Minor("evidence.coverage-too-low", FormattableString.Invariant(
                $"{completed} of {inBenchmark} samples{Of(run, part)} were completed, {Share(completed, inBenchmark)}: little follows from them."), run.Places.DatasetSize);
        }
    }

    private static long? Completed(SampleCounts counts) => counts.Completed ?? counts.Carried;

    private static string Of(EvaluationRun run, RunPart part) => run.Parts.Count > 0 && part.Benchmark is { } benchmark ? $" of {benchmark}" : "";

    private static string Share(long completed, long whole) => FormattableString.Invariant($"{(double)completed / whole:P1}");
}
