namespace Certification.Domain.Evidence.Checks;

/// <summary>A number out of a leaderboard or a paper cannot be traced to samples, a date or a configuration.</summary>
internal sealed class ResultsMustComeFromARun : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Run is { IsCopied: true } run)
            yield return evidence.Major("evidence.results-copied", "The results were copied from a publication; hand in the log of a run.", run.Places.Source);
    }
}
