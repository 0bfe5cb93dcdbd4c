namespace Certification.Domain.Evidence.Checks;

/// <summary>A detector that passes whatever it sees proves nothing, however often it passed.</summary>
internal sealed class DetectorsMustBeAbleToFail : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        foreach (var detector in evidence.Reading.Run?.TrivialDetectors ?? [])
            yield return evidence.Major("evidence.detector-trivial", $"The detector \"{detector}\" passes by construction; run probes with one that can fail.", evidence.Reading.Run!.Places.Scores);
    }
}
