using Certification.Domain.Intake;

namespace Certification.Domain.Rulebooks;

/// <summary>Finds where an addition demands less evidence than the floor, tier by tier.</summary>
internal static class EvidenceTightening
{
    public static IEnumerable<string> Loosenings(
        EvidenceKind floor, EvidenceKind added, IReadOnlyList<ReferenceSystem> references)
    {
        if (added.Title != floor.Title)
            yield return "a shared kind of evidence keeps its title, which says what it is.";
        if (added.Formats.Except(floor.Formats).Any())
            yield return $"accepted formats are among {string.Join(", ", floor.Formats)}.";
        if (added.Inheritable && !floor.Inheritable)
            yield return "it is about the system itself; the certificate of a base model does not cover it.";
        if (added.SizeLimit > floor.SizeLimit)
            yield return $"files of at most {floor.SizeLimit} bytes.";
        if (added.When is not null && !added.When.Equals(floor.When))
            yield return "it is demanded wherever the floor demands it.";
        foreach (var tier in Enum.GetValues<RiskTier>())
        {
            if (floor.DemandFor(tier) is not { } least)
                continue;
            if (added.DemandFor(tier) is not { } demand)
                yield return $"it is demanded in tier {tier}.";
            else
            {
                foreach (var message in Demands(least, demand, references))
                    yield return $"tier {tier}: {message}";
            }
        }
    }

    private static IEnumerable<string> Demands(
        EvidenceDemand floor, EvidenceDemand added, IReadOnlyList<ReferenceSystem> references)
    {
        if (added.Independence < floor.Independence)
            yield return $"performed by {floor.Independence} at least.";
        if (added.MaxAgeDays > floor.MaxAgeDays)
            yield return $"at most {floor.MaxAgeDays} days old.";
        foreach (var message in floor.Practice is { } practice ? PracticePlan.Loosenings(practice, added.Practice) : [])
            yield return message;
        if (floor.Protocol is not { } protocol)
            yield break;
        if (added.Protocol is not { } stricter)
        {
            yield return "the test protocol is dropped.";
            yield break;
        }

        foreach (var message in ProtocolTightening.Loosenings(protocol, stricter, references))
            yield return message;
    }
}
