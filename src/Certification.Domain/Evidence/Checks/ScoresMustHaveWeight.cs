namespace Certification.Domain.Evidence.Checks;

/// <summary>A standard error of nothing on a few samples means that they were too few to differ, not that the score is exact.</summary>
internal sealed class ScoresMustHaveWeight : IEvidenceCheck
{
    private const int FewSamples = 100;

    public IEnumerable<Finding> Check(JudgedEvidence evidence) =>
        from score in evidence.Reading.Run?.Scores ?? []
        let samples = score.Scored ?? evidence.Reading.Run!.Counts.Completed
        where score.StandardError == 0 && samples < FewSamples
        select evidence.Minor("evidence.no-statistical-weight", FormattableString.Invariant(
            $"{score.Metric} {score.Value:0.####} with a standard error of 0 rests on {samples} samples."), "/results/scores");
}
