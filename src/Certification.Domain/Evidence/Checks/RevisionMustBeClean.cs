namespace Certification.Domain.Evidence.Checks;

/// <summary>With uncommitted changes, the code that ran is not the code at the commit that the log names. A log without the
/// mark makes no claim about it.</summary>
internal sealed class RevisionMustBeClean : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Run is not { } run)
            yield break;
        if (run.Revision is null && run.Places.Revision is not null)
            yield return evidence.Observation("evidence.revision-missing", "The log does not say which revision of the evaluation ran.", run.Places.Revision);
        if (run.Revision is { Dirty: true } revision)
        {
            yield return evidence.Major("evidence.revision-dirty",
                $"The evaluation ran with uncommitted changes on {revision.Commit}; commit them and run it again.", run.Places.Revision);
        }
    }
}
