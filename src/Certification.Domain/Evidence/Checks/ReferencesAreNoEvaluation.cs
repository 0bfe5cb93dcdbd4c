namespace Certification.Domain.Evidence.Checks;

/// <summary>A reference standard tells what another system scores. It sets a threshold and evaluates no candidate.</summary>
internal sealed class ReferencesAreNoEvaluation : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Format == "ailuminate-standard")
            yield return evidence.Major("evidence.reference-not-evaluation", "The file is a reference standard; hand in the results of the system itself.", "/standards");
    }
}
