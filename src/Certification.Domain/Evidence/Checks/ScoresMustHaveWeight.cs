namespace Certification.Domain.Evidence.Checks;

/// <summary>A mean of a few samples moves by percents with each of them. A standard error of nothing on few samples means that
/// they were too few to differ, not that the score is exact.</summary>
internal sealed class ScoresMustHaveWeight : IEvidenceCheck
{
    // Below this the normal approximation behind every standard error fails.
    private const int FewestSamples = 30;
    private const int FewSamples = 100;

    public IEnumerable<Finding> Check(JudgedEvidence evidence) =>
        from part in evidence.Parts
        from score in part.Scores
        let samples = score.Scored ?? part.Counts.Completed
        where samples < FewestSamples || (score.StandardError == 0 && samples < FewSamples)
        group score by (part.Benchmark, Samples: samples!.Value) into same
        let first = same.First()
        let others = same.Count() > 1 ? $", like {Counted.Of(same.Count() - 1, "other metric")}," : ""
        select evidence.Minor("evidence.no-statistical-weight", FormattableString.Invariant(
            $"{first.Metric} {first.Value:0.####}{Error(first)}{others} rests on {Counted.Of(same.Key.Samples, "sample")}."),
            evidence.Reading.Run!.Places.Scores);

    private static string Error(RunScore score) => score.StandardError == 0 ? " with a standard error of 0" : "";
}
