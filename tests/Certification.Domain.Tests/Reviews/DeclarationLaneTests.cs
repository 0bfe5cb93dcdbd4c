using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Reviews;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;
using Xunit;

namespace Certification.Domain.Tests.Reviews;

public sealed class DeclarationLaneTests
{
    private static readonly Rulebook Floor = RulebookLibrary.Floor;
    private static readonly Actor Authority = Actor.OfAuthority("XA");
    private static readonly DateTimeOffset Deadline = A.Monday.AddDays(21);

    [Fact]
    public void A_declared_case_without_a_bar_is_certified_by_the_rulebook_and_the_decision_names_the_clause()
    {
        var decided = Decide(Validated()).Value!;

        Assert.Equal(SubmissionStatus.InIssuance, decided.Status);
        Assert.Equal((Authority, DecisionResult.Certify, ReviewLane.SelfDeclaration), (decided.Decision!.Decider, decided.Decision.Result, decided.Decision.Lane));
        Assert.Contains("floor/1.0 §reviewPlans.minimal", decided.Decision.Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_minor_finding_bars_nothing() =>
        Assert.Equal(SubmissionStatus.InIssuance, Decide(Validated(A.Major() with { Severity = Severity.Minor })).Value!.Status);

    [Fact]
    public void A_finding_that_bars_goes_back_to_the_applicant_as_a_gap()
    {
        var decided = Decide(Validated(A.Major())).Value!;

        Assert.Equal((SubmissionStatus.AwaitingApplicant, Deadline), (decided.Status, decided.Deadline));
        Assert.Null(decided.Decision);
        Assert.Equal("gap.evidence-barred", Assert.Single(decided.Gaps).Code);
    }

    [Fact]
    public void A_second_attempt_that_is_barred_goes_to_an_assessor()
    {
        var again = Validated(A.Major()) with { Dossiers = [Sha256Digest.Of("1"u8), Sha256Digest.Of("2"u8)] };

        Assert.Equal((SubmissionStatus.InReview, 1), (Decide(again).Value!.Status, Decide(again).Value!.Review.AssessorsNeeded));
    }

    [Theory]
    [InlineData("evidence.card-advises-against-use")]
    [InlineData("evidence.capability-undeclared")]
    [InlineData("evidence.use-undeclared")]
    public void Evidence_that_contradicts_the_declaration_goes_to_an_assessor_at_once(string code) =>
        Assert.Equal(SubmissionStatus.InReview, Decide(Validated(A.Major() with { Code = code })).Value!.Status);

    [Fact]
    public void A_case_that_people_have_reviewed_stays_with_them() =>
        Assert.Equal(ReviewLane.Assessed, (Validated() with { Review = new Review(1, 1, [], []) }).LaneOf(Floor));

    [Fact]
    public void A_higher_tier_is_assessed() =>
        Assert.Equal(ReviewLane.Assessed, (Validated() with { Classification = new(RiskTier.Limited, []) }).LaneOf(Floor));

    private static Outcome<Submission> Decide(Submission submission) => submission.DecideByDeclaration(Floor, Authority, A.Monday, Deadline);

    private static Submission Validated(params Finding[] findings) => A.At(SubmissionStatus.InValidation) with
    {
        Declaration = A.Declaration() with { Statement = new("We answer for it.", "acme", "Mara Lindt, director", new(2026, 3, 1)) },
        Classification = new(RiskTier.Minimal, []),
        Dossiers = [Sha256Digest.Of("1"u8)],
        Findings = findings,
    };
}
