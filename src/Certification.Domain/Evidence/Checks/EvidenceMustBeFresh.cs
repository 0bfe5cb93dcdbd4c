namespace Certification.Domain.Evidence.Checks;

/// <summary>Evidence ages: systems drift and methods improve. A date in the future makes the file incredible.</summary>
internal sealed class EvidenceMustBeFresh : IEvidenceCheck
{
    // Clocks of other people may be set to another day.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromDays(1);

    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        var performed = EvidenceAge.PerformedOn(evidence.Item, evidence.Reading.Claims);
        if (EvidenceAge.IsStale(evidence.Demand, performed, evidence.At))
        {
            yield return evidence.Major("evidence.stale",
                $"The evidence is of {performed:yyyy-MM-dd}; it may be {evidence.Demand.MaxAgeDays} days old.");
        }

        if (performed > evidence.At + ClockTolerance)
            yield return evidence.Major("evidence.dated-in-future", $"The evidence is dated {performed:yyyy-MM-dd}, which is still to come.");
    }
}
