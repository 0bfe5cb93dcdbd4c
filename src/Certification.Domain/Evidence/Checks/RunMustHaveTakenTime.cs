namespace Certification.Domain.Evidence.Checks;

/// <summary>Models take time to answer. A run that took none was replayed from a cache, or its times were made up.</summary>
internal sealed class RunMustHaveTakenTime : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Run is { Duration: { } duration, Counts.Total: > 0 and var total } run && duration <= TimeSpan.Zero)
            yield return evidence.Major("evidence.run-without-duration", $"{total} samples are said to have run in no time; run them afresh.", run.Places.Duration);
    }
}
