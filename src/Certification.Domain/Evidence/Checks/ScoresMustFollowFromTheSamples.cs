namespace Certification.Domain.Evidence.Checks;

/// <summary>A mean is recomputed from the samples where the file carries all of them: an edited header does not survive it.</summary>
internal sealed class ScoresMustFollowFromTheSamples : IEvidenceCheck
{
    private const double Tolerance = 1e-6;

    private static readonly string[] Means = ["accuracy", "mean"];

    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Run is not { } run)
            yield break;
        foreach (var score in run.Scores.Where(score => Means.Contains(score.Metric) && score.CarriedScored == run.Counts.Completed))
        {
            if (score.CarriedMean is { } mean && Math.Abs(mean - score.Value) > Tolerance)
            {
                yield return evidence.Major("evidence.score-disagrees", FormattableString.Invariant(
                    $"The header says {score.Metric} {score.Value:0.####}; the {score.CarriedScored} samples of the file give {mean:0.####}."),
                    run.Places.Scores);
            }
        }
    }
}
