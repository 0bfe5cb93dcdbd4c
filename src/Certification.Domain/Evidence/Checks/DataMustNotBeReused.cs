namespace Certification.Domain.Evidence.Checks;

/// <summary>A test whose ground truth or labels come out of the tested data agrees with itself.</summary>
internal sealed class DataMustNotBeReused : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Run is { ReusedData: { } reused } run)
            yield return evidence.Major("evidence.test-data-reused", $"{reused}; give the ground truth a source of its own.", run.Places.Data);
    }
}
