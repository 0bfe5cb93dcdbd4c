using Certification.Domain.Evidence.Assurance;

namespace Certification.Domain.Evidence.Checks;

/// <summary>What was not logged cannot be found out.</summary>
internal sealed class LogsMustHoldTheEvents : AssuranceCheck<LogSufficiency>
{
    protected override IEnumerable<Finding> Check(JudgedEvidence evidence, LogSufficiency logs)
    {
        foreach (var missing in (evidence.Demand.Practice?.Required ?? []).Except(logs.Events))
            yield return evidence.Major("evidence.log-event-missing", $"\"{missing}\" is not logged.", "/logged");
    }
}
