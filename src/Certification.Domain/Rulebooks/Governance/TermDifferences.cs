using Certification.Domain.Intake;
using Certification.Domain.Submissions;

namespace Certification.Domain.Rulebooks.Governance;

/// <summary>A term that two rulebooks set differently for one declaration.</summary>
/// <param name="Text">Such as <c>capability-evaluation: days old at most: 365 becomes 180</c>.</param>
public sealed record TermDifference(bool IsStricter, string Text);

/// <summary>Finds where two rulebooks demand other evidence, other duties, another review or another certificate.</summary>
internal static class TermDifferences
{
    public static IEnumerable<TermDifference> Between(
        Rulebook before, RiskTier oldTier, Rulebook after, RiskTier newTier, Declaration declaration) =>
    [
        .. Evidence(EvidencePlan.For(before, oldTier, declaration), EvidencePlan.For(after, newTier, declaration)),
        .. Codes("duty", before.DutiesFor(oldTier).Select(duty => duty.Code), after.DutiesFor(newTier).Select(duty => duty.Code)),
        .. Review(before.ReviewPlanFor(oldTier), after.ReviewPlanFor(newTier)),
        .. Certificate(before.CertificatePlanFor(oldTier), after.CertificatePlanFor(newTier)),
        .. Number("days to supply missing evidence", before.Deadlines.MissingEvidenceDays, after.Deadlines.MissingEvidenceDays, moreIsStricter: false),
        .. Number("days to supply more evidence", before.Deadlines.MoreEvidenceDays, after.Deadlines.MoreEvidenceDays, moreIsStricter: false),
        .. Number("days to find a successor for a duty", before.Deadlines.OrphanedDutyDays, after.Deadlines.OrphanedDutyDays, moreIsStricter: false),
    ];

    private static IEnumerable<TermDifference> Evidence(IReadOnlyList<RequiredEvidence> before, IReadOnlyList<RequiredEvidence> after)
    {
        foreach (var difference in Codes("evidence", before.Select(CodeOf), after.Select(CodeOf)))
            yield return difference;
        foreach (var (old, next) in before.Join(after, CodeOf, CodeOf, (old, next) => (old, next)))
        {
            var code = next.Kind.Code;
            foreach (var difference in Number($"{code}: days old at most", old.Demand.MaxAgeDays, next.Demand.MaxAgeDays, moreIsStricter: false))
                yield return difference;
            if (old.Demand.Independence != next.Demand.Independence)
            {
                yield return new(next.Demand.Independence > old.Demand.Independence,
                    $"{code}: {old.Demand.Independence.Code()} evidence becomes {next.Demand.Independence.Code()}");
            }

            foreach (var difference in Protocol(code, old.Demand.Protocol, next.Demand.Protocol).Concat(Practice(code, old.Demand.Practice, next.Demand.Practice)))
                yield return difference;
        }
    }

    private static IEnumerable<TermDifference> Protocol(string code, EvaluationProtocol? old, EvaluationProtocol? next)
    {
        if (old is null || next is null)
            return (old, next) is (null, null) ? [] : [new(next is not null, $"{code}: {(next is null ? "no" : "a")} test protocol")];
        return
        [
            .. Number($"{code}: scored samples at least", old.MinimumSamples, next.MinimumSamples, moreIsStricter: true),
            .. Number($"{code}: coverage at least", old.MinimumCoverage, next.MinimumCoverage, moreIsStricter: true),
            .. Codes($"{code}: threshold", old.Thresholds.Select(bound => bound.ToString()), next.Thresholds.Select(bound => bound.ToString())),
            // Fewer benchmarks to choose from are stricter, unless the list was empty, which means any.
            .. old.Benchmarks.Select(one => one.ToString()).Order().SequenceEqual(next.Benchmarks.Select(one => one.ToString()).Order())
                ? Array.Empty<TermDifference>()
                : [new(next.Benchmarks.Count > 0 && (old.Benchmarks.Count == 0 || next.Benchmarks.Count <= old.Benchmarks.Count), $"{code}: other benchmarks count")],
        ];
    }

    private static IEnumerable<TermDifference> Practice(string code, PracticePlan? old, PracticePlan? next) =>
    [
        .. Codes($"{code}: bound", (old?.Bounds ?? []).Select(bound => bound.ToString()), (next?.Bounds ?? []).Select(bound => bound.ToString())),
        .. Codes($"{code}: required", old?.Required ?? [], next?.Required ?? []),
    ];

    private static IEnumerable<TermDifference> Review(ReviewPlan before, ReviewPlan after) =>
        Number("assessors", before.Assessors, after.Assessors, moreIsStricter: true);

    private static IEnumerable<TermDifference> Certificate(CertificatePlan before, CertificatePlan after) =>
    [
        .. Number("days of validity", before.ValidityDays, after.ValidityDays, moreIsStricter: false),
        .. Number("days between surveillance audits", before.SurveillanceIntervalDays, after.SurveillanceIntervalDays, moreIsStricter: false),
        .. Codes("condition", before.Conditions.Select(condition => condition.Text), after.Conditions.Select(condition => condition.Text)),
    ];

    private static IEnumerable<TermDifference> Codes(string what, IEnumerable<string> before, IEnumerable<string> after)
    {
        var (old, next) = (before.ToList(), after.ToList());
        return [.. next.Except(old).Select(code => new TermDifference(true, $"{what} added: {code}")),
            .. old.Except(next).Select(code => new TermDifference(false, $"{what} dropped: {code}"))];
    }

    private static IEnumerable<TermDifference> Number(string what, double before, double after, bool moreIsStricter)
    {
        if (before != after)
            yield return new(after > before == moreIsStricter, FormattableString.Invariant($"{what}: {before} becomes {after}"));
    }

    private static string CodeOf(RequiredEvidence required) => required.Kind.Code;
}
