using Certification.Domain.Intake;

namespace Certification.Domain.Accountability;

/// <summary>One rule about who answers, named as a sentence.</summary>
internal interface IAccountabilityRule
{
    /// <summary>What stands against issuance.</summary>
    IEnumerable<Gap> Check(AccountabilityGraph graph);
}
