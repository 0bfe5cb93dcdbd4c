namespace Certification.Domain.Evidence;

/// <summary>One rule about evidence, named as a sentence. Deterministic; silent about what does not concern it.</summary>
internal interface IEvidenceCheck
{
    /// <summary>What this rule has to say about the evidence.</summary>
    IEnumerable<Finding> Check(JudgedEvidence evidence);
}
