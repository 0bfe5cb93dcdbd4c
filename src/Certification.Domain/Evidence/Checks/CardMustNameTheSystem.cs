namespace Certification.Domain.Evidence.Checks;

/// <summary>A card has to be about this model, and where it describes several, say which of them is meant.</summary>
internal sealed class CardMustNameTheSystem : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Card is not { } card)
            yield break;
        var name = evidence.Declaration.System.Name;
        var isSubject = card.ModelNames.Any(model => SubjectName.AreSame(model, name) || SubjectName.IsIn(model, name));
        if (card.Variants.Count > 1 && !isSubject)
        {
            yield return evidence.Major("evidence.card-names-no-single-model",
                $"The card describes {card.Variants.Count} models ({string.Join(", ", card.Variants)}) and does not say which is \"{name}\".");
        }
        else if (!isSubject && card.Mentions.Any(mention => SubjectName.AreSame(mention, name)))
        {
            yield return evidence.Minor("evidence.card-names-model-in-passing", $"The card names \"{name}\" in its text only, not in its title or header.");
        }
        else if (!isSubject)
        {
            var subject = card.ModelNames.Count > 0 ? $"is about \"{card.ModelNames[0]}\"" : "names no model as its subject";
            yield return evidence.Major("evidence.subject-mismatch", $"The card {subject}; submitted is \"{name}\".");
        }
    }
}
