namespace Certification.Domain.Evidence.Checks;

/// <summary>Somebody looked at the run and withdrew it.</summary>
internal sealed class RunMustNotBeInvalidated : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Run is { Invalidated: true } run)
            yield return evidence.Major("evidence.run-invalidated", "The run was invalidated after it ended, so its scores do not count.", run.Places.Invalidated);
    }
}
