using System.Text.Json;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks.CertLogic;

namespace Certification.Domain.Rulebooks;

/// <summary>A rule that raises the tier of the systems it holds for.</summary>
/// <param name="Id">Such as <c>TR-FLOOR-0007</c>; never reused for another meaning.</param>
/// <param name="Description">Why the rule is there, in words that an applicant understands: it is cited when it fires.</param>
/// <param name="Tier">The least tier of a system for which the rule holds.</param>
/// <param name="When">Over <c>system</c>, <c>capabilities</c> and <c>context</c> of the declaration.</param>
/// <param name="Tests">At least one for which it holds and one for which it does not.</param>
/// <param name="Origin">Clause prefix of the document that the rule comes from; set when it is read, not written.</param>
public sealed record TierRule(
    string Id,
    string Description,
    RiskTier Tier,
    LogicExpression When,
    IReadOnlyList<RuleTest> Tests,
    string? Origin = null)
{
    /// <summary>The clause to cite.</summary>
    public string Clause => $"{Origin} §{Id}";
}

/// <summary>A test that a rule brings along.</summary>
/// <param name="Data">What the rule reads; only the members that matter need be there.</param>
/// <param name="Expected">Whether the rule holds.</param>
public sealed record RuleTest(string Name, JsonElement Data, bool Expected);
