namespace Certification.Domain.Evidence.Checks;

/// <summary>Attestations in a bill count while their evidence has not expired and their signatures can be signatures.</summary>
internal sealed class BomStatementsMustHold : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Bom is not { } bom)
            yield break;
        if (bom.StatementsExpiredOn < evidence.At)
            yield return evidence.Major("evidence.statements-expired", $"All evidence of its declarations had expired by {bom.StatementsExpiredOn:yyyy-MM-dd}.", "/declarations/evidence");
        if (bom.PlaceholderSignatures.Count > 0)
        {
            yield return evidence.Major("evidence.signature-placeholder",
                $"{Counted.Of(bom.PlaceholderSignatures.Count, "signature")} in the bill can be none: placeholders that nobody can verify.", bom.PlaceholderSignatures[0]);
        }
    }
}
