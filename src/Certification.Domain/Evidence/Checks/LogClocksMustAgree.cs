using Certification.Domain.Evidence.Assurance;
using Certification.Domain.Rulebooks;

namespace Certification.Domain.Evidence.Checks;

/// <summary>Logs of several machines tell one story only by one clock.</summary>
internal sealed class LogClocksMustAgree : AssuranceCheck<LogSufficiency>
{
    protected override IEnumerable<Finding> Check(JudgedEvidence evidence, LogSufficiency logs)
    {
        if (logs.ClockSource is null)
            yield return evidence.Major("evidence.log-clock-unknown", "What sets the clocks of the logs is not said.", "/clock/source");
        var found = logs.MaxDriftMilliseconds is { } drift ? FormattableString.Invariant($"Clocks may differ by {drift} ms") : "By how much clocks may differ is not said";
        foreach (var finding in Bound(evidence, PracticeMeasures.ClockDriftMilliseconds, logs.MaxDriftMilliseconds, "evidence.log-clock-drift", found, "/clock/maxDriftMilliseconds"))
            yield return finding;
    }
}
