using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;
using Xunit;

namespace Certification.Domain.Tests.Intake;

public sealed class StatementGapsTests
{
    private static readonly Rulebook Floor = RulebookLibrary.Floor;
    private static readonly ApplicantStatement Good = new(
        Floor.ReviewPlanFor(RiskTier.Minimal).SelfDeclaration!.Statement, "acme", "Mara Lindt, director", new(2026, 2, 20));

    [Fact]
    public void The_rulebooks_statement_signed_by_a_party_that_owns_a_duty_leaves_no_gap() => Assert.Empty(Codes(Good));

    [Fact]
    public void A_higher_tier_needs_no_statement() => Assert.Empty(Codes(null, RiskTier.Limited));

    [Fact]
    public void Without_a_statement_the_gap_gives_its_words()
    {
        var gap = Assert.Single(Gaps(null, RiskTier.Minimal), gap => gap.Requirement == "statement");
        Assert.Equal(("gap.statement-missing", "floor/1.0 §reviewPlans.minimal"), (gap.Code, gap.Clause));
        Assert.Contains(Good.Text, gap.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_words_promise_something_else() => Assert.Equal(["gap.statement-differs"], Codes(Good with { Text = Good.Text + " Mostly." }));

    [Fact]
    public void A_stranger_cannot_promise() => Assert.Equal(["gap.statement-by-nobody"], Codes(Good with { Party = "stranger" }));

    [Fact]
    public void An_old_promise_is_made_again() => Assert.Equal(["gap.statement-stale"], Codes(Good with { On = new(2025, 11, 1) }));

    [Fact]
    public void A_promise_of_tomorrow_was_not_made() => Assert.Equal(["gap.statement-undated"], Codes(Good with { On = new(2026, 3, 3) }));

    private static IEnumerable<string> Codes(ApplicantStatement? statement, RiskTier tier = RiskTier.Minimal) =>
        Gaps(statement, tier).Where(gap => gap.Requirement == "statement").Select(gap => gap.Code);

    private static IReadOnlyList<Gap> Gaps(ApplicantStatement? statement, RiskTier tier) =>
        GapAnalysis.Gaps(Floor, tier, A.Declaration() with { Statement = statement }, [], [], A.Monday);
}
