using Certification.Domain.Evidence.Assurance;
using Certification.Domain.Rulebooks;

namespace Certification.Domain.Evidence.Checks;

/// <summary>Authority to stop is worth what the clock says, in the worst case too.</summary>
internal sealed class StopMustBeQuick : AssuranceCheck<OversightDrills>
{
    protected override IEnumerable<Finding> Check(JudgedEvidence evidence, OversightDrills drills)
    {
        var times = drills.Drills.SelectMany(drill => drill.SecondsToStop).Order().ToList();
        if (times.Exists(time => time <= 0))
            yield return evidence.Major("evidence.stop-time-impossible", "A time to stop is 0 seconds or less.", "/drills");
        double? median = times.Count == 0 ? null : (times[(times.Count - 1) / 2] + times[times.Count / 2]) / 2;
        double? worst = times.Count == 0 ? null : times[^1];
        var found = FormattableString.Invariant($"{Counted.Of(times.Count, "measured stop")} took {median:0.#} seconds in the median, {worst:0.#} at worst");
        foreach (var finding in Bound(evidence, PracticeMeasures.MedianSecondsToStop, median, "evidence.stop-too-slow", found, "/drills"))
            yield return finding;
        foreach (var finding in Bound(evidence, PracticeMeasures.WorstSecondsToStop, worst, "evidence.stop-too-slow", found, "/drills"))
            yield return finding;
    }
}
