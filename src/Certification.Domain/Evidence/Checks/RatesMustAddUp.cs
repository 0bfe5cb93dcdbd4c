namespace Certification.Domain.Evidence.Checks;

/// <summary>Of all positives a share is found and the rest is missed, so that some pairs of rates make one whole in every
/// group. Where they do not, they are not the rates that they are called.</summary>
internal sealed class RatesMustAddUp : IEvidenceCheck
{
    private const double Tolerance = 0.005;

    private static readonly (string One, string Other)[] Pairs =
    [
        ("True Positive Rate", "False Negative Rate"), ("True Negative Rate", "False Positive Rate"),
        ("Positive Predictive Value Parity", "False Discovery Rate"), ("Negative Predictive Value Parity", "False Omission Rate"),
    ];

    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        foreach (var group in (evidence.Reading.Run?.Groups ?? []).GroupBy(score => (score.Attribute, score.Group)))
        {
            var wrong = Pairs.Select(pair => (One: Of(group, pair.One), Other: Of(group, pair.Other)))
                .Where(pair => pair is { One: { } one, Other: { } other } && Math.Abs(one.Value + other.Value - 1) > Tolerance).ToList();
            if (wrong is not [({ } left, { } right), ..])
                continue;
            var more = wrong.Count > 1 ? $" {Counted.Of(wrong.Count - 1, "more pair")} of rates are like this." : "";
            yield return evidence.Major("evidence.rates-do-not-add-up", FormattableString.Invariant(
                $"In group {group.Key.Group}, {left.Metric} {left.Value:0.###} and {right.Metric} {right.Value:0.###} make {left.Value + right.Value:0.###}, not 1.{more}"), left.Where);
        }
    }

    private static GroupScore? Of(IEnumerable<GroupScore> group, string metric) => group.FirstOrDefault(score => score.Metric == metric);
}
