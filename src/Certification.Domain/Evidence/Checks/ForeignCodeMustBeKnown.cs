namespace Certification.Domain.Evidence.Checks;

/// <summary>Code out of the model's own repository runs inside the harness and may change what it measures.</summary>
internal sealed class ForeignCodeMustBeKnown : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Run is { RanForeignCode: true } run)
            yield return evidence.Minor("evidence.foreign-code-ran", "Code out of the model's repository ran (trust_remote_code); name its revision.", run.Places.ForeignCode);
    }
}
