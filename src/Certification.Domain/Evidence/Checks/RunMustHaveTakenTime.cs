namespace Certification.Domain.Evidence.Checks;

/// <summary>Models take time to answer. A run that took none was replayed from a cache, or its times were made up.</summary>
internal sealed class RunMustHaveTakenTime : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Run is not { Duration: { } duration, Counts.Total: not 0 } run || duration > TimeSpan.Zero)
            yield break;
        var what = run.Counts.Total is { } total ? Counted.Of(total, "sample") : "The test";
        yield return evidence.Major("evidence.run-without-duration", $"{what} ran in no time, by the file; run it afresh.", run.Places.Duration);
    }
}
