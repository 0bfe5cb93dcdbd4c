namespace Certification.Domain.Evidence.Checks;

/// <summary>Card and declaration have to tell the same lineage, as far as the card tells any.</summary>
internal sealed class CardMustNameTheBaseModel : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        var declared = evidence.Declaration.System.BaseModel?.Name;
        return (evidence.Reading.Card?.BaseModels ?? [])
            .Where(named => declared is null || !SubjectName.AreSame(named, declared))
            .Select(named => evidence.Major("evidence.base-model-undeclared",
                $"The card names the base model \"{named}\"; declared is {declared ?? "none"}.", "base_model"));
    }
}
