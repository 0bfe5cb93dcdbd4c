using Certification.Domain.Evidence.Assurance;

namespace Certification.Domain.Evidence.Checks;

/// <summary>Whoever has something to hide has access to the logs.</summary>
internal sealed class LogsMustShowTampering : AssuranceCheck<LogSufficiency>
{
    protected override IEnumerable<Finding> Check(JudgedEvidence evidence, LogSufficiency logs)
    {
        if (logs.TamperEvidence is null)
            yield return evidence.Major("evidence.log-tampering-hidden", "Nothing says how a change of the logs would show.", "/tamperEvidence");
    }
}
