using Certification.Domain.Rulebooks;

namespace Certification.Domain.Evidence.Checks;

/// <summary>What a file says of its evaluator cannot be bettered by declaring otherwise.</summary>
internal sealed class IndependenceMustNotBeOverstated : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        foreach (var claim in evidence.Reading.Claims.Where(claim => claim.Independence is not null).Take(1))
        {
            if (IndependenceCodes.Find(claim.Independence!) is { } told && told < IndependenceCodes.Find(evidence.Item.Independence))
                yield return evidence.Major("evidence.independence-overstated", $"The file says {claim.Independence}, the declaration {evidence.Item.Independence}.");
        }
    }
}
