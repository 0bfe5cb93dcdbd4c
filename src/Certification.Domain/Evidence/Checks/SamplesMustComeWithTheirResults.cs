namespace Certification.Domain.Evidence.Checks;

/// <summary>Rows of samples name neither the model nor the task; they prove something beside the result file only.</summary>
internal sealed class SamplesMustComeWithTheirResults : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Format == "lm-eval-samples")
            yield return evidence.Minor("evidence.samples-without-results", "The file carries samples only; hand in the result file of the same run too.");
    }
}
