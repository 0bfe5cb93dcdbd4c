using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Domain.Intake;

/// <summary>What the provider's own statement lacks, in the tiers that are certified on it.</summary>
internal static class StatementGaps
{
    public static IEnumerable<Gap> Of(Rulebook rulebook, RiskTier tier, Declaration declaration, DateTimeOffset at)
    {
        var plan = rulebook.ReviewPlanFor(tier);
        if (plan.SelfDeclaration is not { } terms)
            yield break;
        var today = DateOnly.FromDateTime(at.UtcDateTime);
        if (declaration.Statement is not { } statement)
        {
            yield return Gap("gap.statement-missing", "Nobody declares for the system, and in this tier nobody assesses it.");
            yield break;
        }

        if (statement.Text != terms.Statement)
            yield return Gap("gap.statement-differs", "The statement has other words than the rulebook's.");
        if (declaration.Parties.FirstOrDefault(party => party.Id == statement.Party) is not { Duties.Count: > 0 })
            yield return Gap("gap.statement-by-nobody", $"\"{statement.Party}\" is no party that owns a duty, so nobody answers for the statement.");
        if (statement.On > today)
            yield return Gap("gap.statement-undated", $"The statement is dated {statement.On:yyyy-MM-dd}, which has not come yet.");
        else if (today.DayNumber - statement.On.DayNumber > terms.StatementMaxAgeDays)
            yield return Gap("gap.statement-stale", $"The statement is of {statement.On:yyyy-MM-dd}; it may be {terms.StatementMaxAgeDays} days old.");

        Gap Gap(string code, string message) => new(code, "statement", plan.Clause, message,
            $"Have a party that owns a duty sign this, and declare it as \"statement\" with text, party, signatory and day (on): {terms.Statement}", 1);
    }
}
