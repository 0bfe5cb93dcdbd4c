using Certification.Domain.Intake;

namespace Certification.Domain.Rulebooks.Governance;

/// <summary>Judges the same facts by two rulebooks and says what differs. Pure: the simulation of a proposal over all cases is
/// this, case by case.</summary>
public static class RulebookSimulation
{
    /// <summary>The difference.</summary>
    /// <param name="at">Now: ages of evidence count to it under both.</param>
    public static SimulatedChange Compare(Rulebook before, Rulebook after, SimulatedFacts facts, DateTimeOffset at)
    {
        var (old, next) = (TierClassifier.Classify(before, facts.Declaration), TierClassifier.Classify(after, facts.Declaration));
        var (oldGaps, nextGaps) = (Gaps(before, old.Tier, facts, at), Gaps(after, next.Tier, facts, at));
        var terms = TermDifferences.Between(before, old.Tier, after, next.Tier, facts.Declaration).ToList();
        IReadOnlyList<Gap> missing = [.. nextGaps.Where(gap => !oldGaps.Any(known => IsSame(known, gap)))];
        IReadOnlyList<FiredRule> fires = [.. next.Fired.Where(rule => old.Fired.All(known => known.RuleId != rule.RuleId))];
        IReadOnlyList<string> silent = [.. old.Fired.Select(rule => rule.RuleId).Except(next.Fired.Select(rule => rule.RuleId))];
        var effect = missing.Count > 0 ? SimulatedEffect.WouldFail
            : old.Tier != next.Tier ? SimulatedEffect.OtherTier
            : terms.Count + fires.Count + silent.Count > 0 || oldGaps.Count != nextGaps.Count ? SimulatedEffect.OtherTerms
            : SimulatedEffect.Unchanged;
        return new SimulatedChange(
            effect, old.Tier, next.Tier, fires, silent, missing, [.. oldGaps.Where(gap => !nextGaps.Any(known => IsSame(known, gap)))],
            [.. terms.Where(term => term.IsStricter).Select(term => term.Text)],
            [.. terms.Where(term => !term.IsStricter).Select(term => term.Text)]);
    }

    private static IReadOnlyList<Gap> Gaps(Rulebook rulebook, RiskTier tier, SimulatedFacts facts, DateTimeOffset at) =>
        GapAnalysis.Gaps(rulebook, tier, facts.Declaration, facts.Evidence, facts.Reports, facts.Answers, at);

    private static bool IsSame(Gap one, Gap other) => one.Code == other.Code && one.Requirement == other.Requirement;
}
