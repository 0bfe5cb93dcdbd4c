using Certification.Domain.Rulebooks;

namespace Certification.Domain.Evidence.Checks;

/// <summary>The higher the tier, the less a provider may mark its own work.</summary>
internal sealed class IndependenceMustSuffice : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (IndependenceCodes.Find(evidence.Item.Independence) is not { } independence || independence < evidence.Demand.Independence)
        {
            yield return evidence.Major("evidence.independence-too-low",
                $"{evidence.Item.PerformedBy} is {evidence.Item.Independence}; the tier wants {evidence.Demand.Independence.Code()} at least.");
        }
    }
}
