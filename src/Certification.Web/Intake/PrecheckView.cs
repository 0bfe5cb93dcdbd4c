using Certification.Domain.Certificates;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Web.Intake;

/// <summary>What would become of a submission.</summary>
/// <param name="Fired">Rules that set the tier.</param>
/// <param name="Changes">What would change the tier.</param>
/// <param name="Gaps">What is missing, least effort first.</param>
/// <param name="Lane">Whether people would assess it, or the provider's declaration would do.</param>
/// <param name="LaneClause">The clause that says so.</param>
/// <param name="Assessors">How many people would assess it.</param>
/// <param name="Required">Every kind of evidence that the tier demands, there or not.</param>
/// <param name="EffortHours">Typical hours to close all gaps.</param>
/// <param name="Rulebook">The text that this was judged by.</param>
public sealed record PrecheckView(
    RiskTier Tier, IReadOnlyList<FiredRule> Fired, IReadOnlyList<TierChange> Changes, IReadOnlyList<Gap> Gaps, ReviewLane Lane, string LaneClause, int Assessors,
    IReadOnlyList<RequiredKind> Required, int EffortHours, RulebookReference Rulebook)
{
    /// <summary>The answer for a classified declaration and its gaps.</summary>
    public static PrecheckView Of(Rulebook rulebook, Classification tier, Declaration declaration, IReadOnlyList<Gap> gaps, InheritedEvidence? inherited)
    {
        var plan = rulebook.ReviewPlanFor(tier.Tier);
        var missing = gaps.Select(gap => gap.Requirement).ToHashSet();
        return new PrecheckView(
            tier.Tier, tier.Fired, TierSensitivity.Of(rulebook, declaration), gaps, plan.Lane, plan.Clause, plan.Assessors,
            [
                .. EvidencePlan.For(rulebook, tier.Tier, declaration).Select(required => new RequiredKind(
                    required.Kind.Code, required.Kind.Title, required.Kind.Formats, required.Demand.Independence.Code(),
                    required.Demand.MaxAgeDays, required.Kind.EffortHours, !missing.Contains(required.Kind.Code),
                    inherited?.Kinds.Contains(required.Kind.Code) is true ? inherited.Number.Text : null)),
            ],
            gaps.Sum(gap => gap.EffortHours), rulebook.Reference());
    }
}

/// <summary>A kind of evidence that the tier demands.</summary>
/// <param name="Independence">The least that is accepted.</param>
/// <param name="EffortHours">What it typically costs a small company.</param>
/// <param name="CoveredBy">The upstream certificate that covers it; null where it is not taken over.</param>
/// <param name="IsThere">Whether a file answers it, as far as can be told without reading it.</param>
public sealed record RequiredKind(
    string Kind, string Title, IReadOnlyList<string> Formats, string Independence, int MaxAgeDays, int EffortHours, bool IsThere,
    string? CoveredBy = null);
