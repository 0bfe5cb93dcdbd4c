using Certification.Domain.Rulebooks;

namespace Certification.Domain.Evidence.Checks;

/// <summary>A good mean may hide a group that fares badly. Where the rulebook demands results by group, they have to be there,
/// large enough and close enough to each other.</summary>
internal sealed class GroupsMustFareAlike : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence) =>
        evidence.Reading.Run is not { } run ? []
        : (evidence.Demand.Protocol?.Groups ?? []).SelectMany(demand => By(demand, evidence, run));

    private static IEnumerable<Finding> By(GroupThreshold demand, JudgedEvidence evidence, EvaluationRun run)
    {
        // A format that does not say what its groups are formed by is taken at its word.
        var byAttribute = run.Groups
            .Where(score => score.Metric == demand.Metric && (demand.Attribute is null || score.Attribute is null || score.Attribute == demand.Attribute))
            .GroupBy(score => score.Attribute).Where(groups => groups.Select(score => score.Group).Distinct().Count() >= demand.MinimumGroups).ToList();
        if (byAttribute.Count == 0)
            yield return evidence.Major("evidence.groups-missing", $"The protocol wants {demand}; the file has {Reported(run, demand.Metric)}.", run.Places.Scores);
        foreach (var finding in byAttribute.SelectMany(groups => Compare(demand, [.. groups], evidence)))
            yield return finding;
    }

    private static IEnumerable<Finding> Compare(GroupThreshold demand, List<GroupScore> groups, JudgedEvidence evidence)
    {
        foreach (var small in groups.Where(score => score.Samples < demand.MinimumSamples))
        {
            yield return evidence.Major("evidence.group-too-small",
                $"{demand.Metric} of {small.Group} rests on {Counted.Of(small.Samples!.Value, "sample")}; the protocol wants {demand.MinimumSamples}.", small.Where);
        }

        foreach (var low in groups.Where(score => !(score.Value >= (demand.Minimum ?? double.NegativeInfinity))))
        {
            yield return evidence.Major("evidence.group-threshold-missed", FormattableString.Invariant(
                $"{demand.Metric} of {low.Group} is {low.Value:0.####}; the protocol wants {demand.Minimum:0.####} for every group."), low.Where);
        }

        var (worst, best) = (groups.MinBy(score => score.Value)!, groups.MaxBy(score => score.Value)!);
        if (best.Value - worst.Value > demand.MaximumGap)
        {
            yield return evidence.Major("evidence.group-gap-too-wide", FormattableString.Invariant(
                $"{demand.Metric} is {worst.Value:0.####} for {worst.Group} and {best.Value:0.####} for {best.Group}; the protocol wants them at most {demand.MaximumGap:0.####} apart."), worst.Where);
        }
    }

    private static string Reported(EvaluationRun run, string metric) =>
        run.Groups.Where(score => score.Metric == metric).Select(score => score.Group).Distinct().ToList() is { Count: > 0 } groups
            ? $"it for {string.Join(", ", groups.Take(10))}" : "it for no group";
}
