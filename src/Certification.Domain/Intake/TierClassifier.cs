using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Domain.Intake;

/// <summary>Sets the risk tier of a declared system in its declared context.</summary>
public static class TierClassifier
{
    /// <summary>The highest tier among the rules that fire, <see cref="RiskTier.Minimal"/> when none does. A rule that cannot
    /// be evaluated over this declaration counts as fired.</summary>
    public static Classification Classify(Rulebook rulebook, Declaration declaration)
    {
        var data = RuleEvaluation.DataOf(rulebook.Taxonomy, declaration);
        var fired = rulebook.TierRules
            .Where(rule => RuleEvaluation.HoldsOrCannotTell(rule.When, data))
            .Select(rule => new FiredRule(rule.Id, rule.Tier, rule.Description))
            .ToList();
        return new(fired.Select(rule => rule.Tier).Append(RiskTier.Minimal).Max(), fired);
    }
}
