using Certification.Domain.Evidence.Assurance;

namespace Certification.Domain.Evidence.Checks;

/// <summary>The rulebook names the kinds of safeguards without which a system of this tier is not let out.</summary>
internal sealed class RequiredSafeguardsMustBeThere : AssuranceCheck<Safeguards>
{
    protected override IEnumerable<Finding> Check(JudgedEvidence evidence, Safeguards safeguards)
    {
        foreach (var kind in evidence.Demand.Practice?.Required ?? [])
        {
            if (!safeguards.All.Any(safeguard => safeguard.Kind == kind && safeguard.What is not null))
                yield return evidence.Major("evidence.safeguard-missing", $"No safeguard of the kind \"{kind}\" is described.", "/safeguards");
        }
    }
}
