namespace Certification.Domain.Evidence.Checks;

/// <summary>A result on a dataset without its revision cannot be repeated; a score in prose is no result at all.</summary>
internal sealed class CardResultsMustBePinned : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Card is not { } card)
            yield break;
        if (card.Results.Count == 0)
            yield return evidence.Observation("evidence.card-without-results", "The card has no model-index, so that it claims no result.");
        foreach (var result in card.Results.Where(result => result.Revision is null))
        {
            yield return evidence.Minor("evidence.card-result-unpinned",
                $"The result {result.Metric} on {result.Dataset} names no revision of the dataset.", "model-index");
        }
    }
}
