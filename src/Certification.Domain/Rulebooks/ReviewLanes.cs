using System.Text.Json;
using Certification.Domain.Intake;

namespace Certification.Domain.Rulebooks;

/// <summary>What must hold of the lanes of review, in one rulebook and between the floor and additions.</summary>
internal static class ReviewLanes
{
    private const int LongestStatement = 1_000;

    /// <summary>The lanes as expressions name them.</summary>
    public static IReadOnlyList<string> Codes { get; } =
        [.. Enum.GetNames<ReviewLane>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];

    /// <summary>What is inconsistent in one plan.</summary>
    public static IEnumerable<RulebookError> Errors(ReviewPlan plan)
    {
        var where = $"reviewPlans.{plan.Tier}";
        if (plan.Lane == ReviewLane.Assessed)
        {
            if (plan.Assessors < 1)
                yield return new(where, "An assessed tier has at least one assessor.");
            if (plan.SelfDeclaration is not null)
                yield return new(where, "Terms of self-declaration stand only where the lane is self-declaration.");
            yield break;
        }

        if (plan.Tier != RiskTier.Minimal || plan.Assessors != 0)
            yield return new(where, "Self-declaration is for the lowest tier, and has no assessors.");
        if (plan.SelfDeclaration is not { } terms)
            yield return new(where, "Self-declaration needs its terms: the statement, its greatest age, and the share that is audited.");
        else if (string.IsNullOrWhiteSpace(terms.Statement) || terms.Statement.Length > LongestStatement || terms.StatementMaxAgeDays < 1
            || terms.AuditShare is not (> 0 and <= 1) || terms.AuditWithinDays < 1)
            yield return new(where, $"A statement of 1 to {LongestStatement} characters, days of at least 1, and a share above 0 and at most 1.");
    }

    /// <summary>How an added plan watches a self-declaration less closely than the floor's, or introduces one.</summary>
    public static IEnumerable<string> Loosenings(ReviewPlan floor, ReviewPlan added)
    {
        if (added.Lane == ReviewLane.SelfDeclaration && floor.Lane == ReviewLane.Assessed)
            yield return "the tier is assessed by people, not declared by the provider.";
        if (floor.SelfDeclaration is not { } least || added.SelfDeclaration is not { } terms)
            yield break;
        if (terms.Statement != least.Statement)
            yield return "the statement keeps its words: a certificate abroad rests on the same promise.";
        if (terms.StatementMaxAgeDays > least.StatementMaxAgeDays)
            yield return $"the statement is at most {least.StatementMaxAgeDays} days old, not {terms.StatementMaxAgeDays}.";
        if (terms.AuditShare < least.AuditShare || terms.AuditWithinDays > least.AuditWithinDays)
            yield return FormattableString.Invariant($"a share of at least {least.AuditShare} is audited, within {least.AuditWithinDays} days.");
    }
}
