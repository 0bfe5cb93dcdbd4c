using Certification.Domain.Evidence;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Domain.Intake;

/// <summary>Evidence that is missing, or of which it is known without reading it that it cannot count.</summary>
internal static class EvidenceGaps
{
    public static IEnumerable<Gap> Of(
        Rulebook rulebook,
        RiskTier tier,
        Declaration declaration,
        IReadOnlyList<EvidenceItem> evidence,
        IReadOnlyList<EvidenceReport> reports,
        DateTimeOffset at,
        Inheritance inherited)
    {
        foreach (var item in evidence.Where(item => rulebook.FindEvidence(item.Kind) is null))
        {
            yield return new("gap.evidence-kind-unknown", item.Kind, $"{rulebook.Origin} §evidence",
                $"{item.Id} ({item.FileName}) answers \"{item.Kind}\", which is no kind of the catalogue.",
                $"Use one of: {string.Join(", ", rulebook.Evidence.Select(kind => kind.Code))}.");
        }

        foreach (var required in EvidencePlan.For(rulebook, tier, declaration))
        {
            var items = evidence.Where(item => item.Kind == required.Kind.Code).ToList();
            var gaps = items.Select(item => GapOf(required, item, reports, at)).ToList();
            if (items.Count == 0 && inherited.Covers(required.Kind.Code))
                continue;
            if (items.Count == 0)
                yield return Gap(required, "gap.evidence-missing", $"\"{required.Kind.Title}\" is missing.");
            else if (gaps.TrueForAll(gap => gap is not null))
                yield return gaps[0]!;
        }
    }

    private static Gap? GapOf(RequiredEvidence required, EvidenceItem item, IReadOnlyList<EvidenceReport> reports, DateTimeOffset at)
    {
        var (kind, demand) = required;
        if (item.Size > kind.SizeLimit)
            return Gap(required, "gap.evidence-too-large", $"{item.FileName} has {item.Size} bytes; at most {kind.SizeLimit} are taken.");
        if (IndependenceCodes.Find(item.Independence) is not { } independence || independence < demand.Independence)
        {
            return Gap(required, "gap.evidence-independence",
                $"{item.FileName} is {item.Independence} evidence; this tier wants {demand.Independence.Code()} at least.");
        }

        var performed = EvidenceAge.PerformedOn(item, reports.FirstOrDefault(report => report.Digest == item.Digest)?.Claims ?? []);
        return EvidenceAge.IsStale(demand, performed, at)
            ? Gap(required, "gap.evidence-stale", $"{item.FileName} is of {performed:yyyy-MM-dd}; it may be {demand.MaxAgeDays} days old.")
            : null;
    }

    private static Gap Gap(RequiredEvidence required, string code, string message) =>
        new(code, required.Kind.Code, required.Kind.Clause, message, required.Kind.HowToMeet, required.Kind.EffortHours);
}
