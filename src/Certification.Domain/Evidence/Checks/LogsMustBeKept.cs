using Certification.Domain.Evidence.Assurance;
using Certification.Domain.Rulebooks;

namespace Certification.Domain.Evidence.Checks;

/// <summary>Harm shows late; logs must still be there.</summary>
internal sealed class LogsMustBeKept : AssuranceCheck<LogSufficiency>
{
    protected override IEnumerable<Finding> Check(JudgedEvidence evidence, LogSufficiency logs)
    {
        var found = logs.RetentionDays is { } days ? $"Logs are kept for {days} days" : "How long logs are kept is not said";
        return Bound(evidence, PracticeMeasures.RetentionDays, logs.RetentionDays, "evidence.log-retention-short", found, "/retentionDays");
    }
}
