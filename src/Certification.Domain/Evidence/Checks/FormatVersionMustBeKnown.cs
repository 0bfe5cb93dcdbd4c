namespace Certification.Domain.Evidence.Checks;

/// <summary>A reader that was written for other versions may miss what a new one moved or renamed.</summary>
internal sealed class FormatVersionMustBeKnown : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Version is { IsKnown: false } version)
        {
            yield return evidence.Minor("evidence.format-version-unknown",
                $"The file says that it is of version {version.Text}; {version.Known} is known here, so that only what looks alike was read.", version.Where);
        }
    }
}
