namespace Certification.Domain.Evidence.Checks;

/// <summary>A development build of the harness cannot be installed again by others.</summary>
internal sealed class HarnessMustBeReleased : IEvidenceCheck
{
    private static readonly string[] Unreleased = ["dev", "pre", "rc", "alpha", "beta"];

    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Run is not { } run)
            yield break;
        if (run.HarnessVersion is null && run.Places.Harness is not null)
            yield return evidence.Observation("evidence.harness-version-missing", "The log does not say which version of the harness ran.", run.Places.Harness);
        if (Unreleased.Any(mark => run.HarnessVersion?.Contains(mark, StringComparison.Ordinal) == true))
            yield return evidence.Minor("evidence.harness-development-build", $"The harness is the development build {run.HarnessVersion}.", run.Places.Harness);
    }
}
