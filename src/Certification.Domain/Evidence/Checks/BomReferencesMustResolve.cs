namespace Certification.Domain.Evidence.Checks;

/// <summary>A reference to nothing hides what it should point to, such as a counter-claim that was taken out.</summary>
internal sealed class BomReferencesMustResolve : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence) =>
        (evidence.Reading.Bom?.DanglingReferences ?? []).Select(reference =>
            evidence.Minor("evidence.bom-reference-dangling", $"The bill refers to {reference}, which it does not define."));
}
