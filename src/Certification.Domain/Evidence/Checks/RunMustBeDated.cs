namespace Certification.Domain.Evidence.Checks;

/// <summary>A run without a date would count as fresh from the day on which its file was handed in.</summary>
internal sealed class RunMustBeDated : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Run is { StartedAt: null, CompletedAt: null } run)
            yield return evidence.Minor("evidence.undated", "The file does not say when the run was performed.", run.Places.Date);
    }
}
