using Certification.Domain.Intake;

namespace Certification.Domain.Evidence.Checks;

/// <summary>Every model has limitations; a card without any was not written for those who bear the errors.</summary>
internal sealed class CardMustStateLimitations : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Card is not { HasLimitationsSection: false, Limitations.Count: 0 })
            yield break;
        const string message = "The card says nothing of limitations, errors or bias.";
        yield return evidence.Tier >= RiskTier.Limited
            ? evidence.Major("evidence.card-limitations-missing", message)
            : evidence.Minor("evidence.card-limitations-missing", message);
    }
}
