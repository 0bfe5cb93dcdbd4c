using Certification.Domain.Intake;

namespace Certification.Domain.Certificates.Lints;

/// <summary>A tier above minimal that no rule set could not be explained, nor contested.</summary>
public sealed class TierIsTheHighestThatFired : ICertificateLint
{
    /// <inheritdoc/>
    public string Code => "lint.tier-is-the-highest-that-fired";

    /// <inheritdoc/>
    public string Clause => "design §6; mission row 1";

    /// <inheritdoc/>
    public IEnumerable<string> Check(CertificateDraft draft, LintContext context)
    {
        var highest = draft.Tier.Fired.Select(rule => rule.Tier).Append(RiskTier.Minimal).Max();
        if (highest != draft.Tier.Tier)
        {
            yield return $"The tier is {draft.Tier.Tier}, but the rules that fired set {highest}.";
        }
    }
}
