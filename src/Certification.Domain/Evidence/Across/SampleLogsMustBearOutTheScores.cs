namespace Certification.Domain.Evidence.Across;

/// <summary>A sample log lets others recompute a score. A trimmed one supports inspection only, and one that gives another mean
/// belongs to another run, or one of the two was edited.</summary>
internal sealed class SampleLogsMustBearOutTheScores : IDossierCheck
{
    private const double Tolerance = 1e-6;

    public IEnumerable<Finding> Check(JudgedDossier dossier)
    {
        foreach (var carried in dossier.Claims.Where(stated => stated.Claim is { Protocol: "evaluation-samples", Metric: not null }))
        {
            var stated = dossier.Claims.Where(other => other.Claim is { Protocol: "evaluation", Group: null, Samples: not null }
                && other.Claim.Harness == carried.Claim.Harness && other.Claim.Metric == carried.Claim.Metric).ToList();
            var counted = stated.Where(other => other.Claim.Samples == carried.Claim.Samples).ToList();
            if (stated.Count > 0 && counted.Count == 0)
            {
                yield return dossier.Finding(Severity.Minor, "dossier.samples-trimmed", FormattableString.Invariant(
                    $"{carried.EvidenceId} carries {carried.Claim.Samples} samples of {carried.Claim.Metric}; {stated[0].EvidenceId} counts {stated[0].Claim.Samples}."));
            }
            else if (counted.Count > 0 && counted.TrueForAll(other => Math.Abs((other.Claim.Value - carried.Claim.Value) ?? 0) > Tolerance))
            {
                yield return dossier.Finding(Severity.Major, "dossier.score-disagrees", FormattableString.Invariant(
                    $"{counted[0].EvidenceId} says {carried.Claim.Metric} {counted[0].Claim.Value:0.####}; the samples of {carried.EvidenceId} give {carried.Claim.Value:0.####}."), counted[0]);
            }
        }
    }
}
