namespace Certification.Domain.Certificates.Lints;

/// <summary>A tier that no rule set could not be explained, nor contested.</summary>
public sealed class TierIsTheHighestThatFired : ICertificateLint
{
    /// <inheritdoc/>
    public string Code => "lint.tier-is-the-highest-that-fired";

    /// <inheritdoc/>
    public string Clause => "design §6; mission row 1";

    /// <inheritdoc/>
    public IEnumerable<string> Check(CertificateDraft draft, LintContext context)
    {
        if (draft.Tier.Fired.Count == 0)
        {
            yield return $"No rule is cited for tier {draft.Tier.Tier}.";
        }
        else if (draft.Tier.Fired.Max(rule => rule.Tier) != draft.Tier.Tier)
        {
            yield return $"The tier is {draft.Tier.Tier}, but the highest rule that fired sets {draft.Tier.Fired.Max(rule => rule.Tier)}.";
        }
    }
}
