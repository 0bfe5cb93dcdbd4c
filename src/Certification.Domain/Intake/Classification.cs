namespace Certification.Domain.Intake;

/// <summary>The risk tier of a system in its context, with every rule that had a say.</summary>
/// <param name="Fired">Rules that fired, in the order of the rulebook; the highest tier among them is the result.</param>
/// <param name="Changes">What would change the tier; null where nobody asked, as in a certificate.</param>
public sealed record Classification(RiskTier Tier, IReadOnlyList<FiredRule> Fired, IReadOnlyList<TierChange>? Changes = null);

/// <summary>A tier rule that fired.</summary>
/// <param name="RuleId">The rule's id, such as <c>TR-FLOOR-0007</c>.</param>
/// <param name="Reason">The rule's own description.</param>
public sealed record FiredRule(string RuleId, RiskTier Tier, string Reason);

/// <summary>Four tiers, in rising order of scrutiny.</summary>
public enum RiskTier { Minimal, Limited, High, Critical }
