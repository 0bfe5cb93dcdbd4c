namespace Certification.Domain.Evidence.Checks;

/// <summary>Without a header, machines know neither licence nor datasets of a model.</summary>
internal sealed class CardMustHaveAHeader : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Card is not { } card)
            yield break;
        if (!card.HasHeader)
            yield return evidence.Minor("evidence.card-header-missing", "The card has no YAML header with licence, datasets and language.", "line 1");
        else if (card.Licence is null)
            yield return evidence.Minor("evidence.card-licence-missing", "The header of the card names no licence.", "line 1");
    }
}
