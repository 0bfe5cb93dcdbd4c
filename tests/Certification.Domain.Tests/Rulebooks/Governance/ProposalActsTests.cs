using Certification.Domain.Rulebooks;
using Certification.Domain.Rulebooks.Governance;
using Xunit;

namespace Certification.Domain.Tests.Rulebooks.Governance;

public sealed class ProposalActsTests
{
    private static readonly Actor Ada = new("urn:test", "ada", "XA", "officer");
    private static readonly Actor Ben = new("urn:test", "ben", "XA", "officer");
    private static readonly DateTimeOffset Now = A.Monday;
    private static readonly RulebookRegister Register = RulebookRegister.Begin("XA", RulebookLibrary.InForceAt("XA"));

    [Fact]
    public void What_one_officer_proposes_another_adopts()
    {
        var adopted = Adopt(Proposed(), Ben).Value!;
        Assert.Equal(("xa-1.1.0", "xa-1.0.0"), (adopted.InForceAt(Now.AddDays(4)).Name, adopted.InForceAt(Now).Name));
        Assert.Equal((2, ProposalResult.Adopted), (adopted.Proposals[0].Revision, adopted.Proposals[0].Decision!.Result));
    }

    [Fact]
    public void Nobody_adopts_what_they_proposed() => Assert.Equal("rulebook.same-person", Adopt(Proposed(), Ada).Refusal!.Code);

    [Fact]
    public void The_same_subject_of_another_issuer_is_another_person() =>
        Assert.True(Adopt(Proposed(), Ada with { Issuer = "urn:other" }).Succeeded);

    [Fact]
    public void A_proposer_may_withdraw() =>
        Assert.True(Proposed().Reject("rp-1", "\"1\"", Decision(ProposalResult.Rejected, Ada)).Succeeded);

    [Fact]
    public void A_decision_on_another_revision_is_stale() =>
        Assert.Equal(RefusalKind.Stale, Proposed().Adopt("rp-1", "\"7\"", Decision(ProposalResult.Adopted, Ben)).Refusal!.Kind);

    [Fact]
    public void A_proposal_is_decided_once()
    {
        var rejected = Proposed().Reject("rp-1", "\"1\"", Decision(ProposalResult.Rejected, Ben)).Value!;
        Assert.Equal("rulebook.proposal-decided", rejected.Adopt("rp-1", "\"2\"", Decision(ProposalResult.Adopted, Ben)).Refusal!.Code);
    }

    [Fact]
    public void A_proposal_too_near_to_its_effect_is_refused_with_the_first_day_that_would_do()
    {
        var refusal = Register.Propose(Proposal() with { EffectiveFrom = Day(1) }).Refusal!;
        Assert.Equal("rulebook.notice-too-short", refusal.Code);
        var first = Enumerable.Range(0, 9).Select(Day).First(day => Register.Propose(Proposal() with { EffectiveFrom = day }).Succeeded);
        Assert.Contains(first.ToString("yyyy-MM-dd", null), refusal.NextStep);
    }

    [Fact]
    public void Notice_is_counted_from_the_adoption_not_from_the_proposal() =>
        Assert.Equal("rulebook.notice-too-short", Adopt(Proposed(), Ben, Now.AddDays(3)).Refusal!.Code);

    [Fact]
    public void An_emergency_takes_effect_when_it_is_adopted_and_ends_at_its_sunset()
    {
        var adopted = Adopt(Register.Propose(Emergency(30)).Value!, Ben, Now.AddHours(1)).Value!;
        Assert.Equal(Now.AddHours(1), adopted.Versions[^1].EffectiveFrom);
        Assert.Equal("xa-1.0.0", adopted.InForceAt(Now.AddDays(30)).Name);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(92)]
    public void A_sunset_lies_within_ninety_days(int days) =>
        Assert.Equal("rulebook.sunset-out-of-range", Register.Propose(Emergency(days)).Refusal!.Code);

    [Fact]
    public void A_version_that_was_adopted_is_not_adopted_again()
    {
        var adopted = Adopt(Proposed(), Ben).Value!;
        Assert.Equal("rulebook.version-not-higher", adopted.Propose(Proposal() with { Id = "rp-2" }).Refusal!.Code);
    }

    [Fact]
    public void Of_two_proposals_of_one_version_the_second_cannot_be_adopted()
    {
        var both = Proposed().Propose(Proposal() with { Id = "rp-2" }).Value!;
        var one = both.Adopt("rp-1", "\"1\"", Decision(ProposalResult.Adopted, Ben)).Value!;
        Assert.Equal("rulebook.version-not-higher", one.Adopt("rp-2", "\"1\"", Decision(ProposalResult.Adopted, Ben)).Refusal!.Code);
    }

    [Fact]
    public void One_version_of_the_floor_has_one_text() => Assert.Equal("rulebook.floor-differs", Register.Propose(
        Proposal() with { Floor = Proposal().Floor with { Digest = Sha256Digest.Of("other"u8) }, BringsFloor = true }).Refusal!.Code);

    [Fact]
    public void The_floor_never_falls() => Assert.Equal("rulebook.floor-version-lower", Register.Propose(
        Proposal() with { Floor = Proposal().Floor with { Version = "0.9.0" }, BringsFloor = true }).Refusal!.Code);

    [Fact]
    public void Additions_that_were_checked_against_an_older_floor_are_not_adopted()
    {
        var higher = new RulebookReference("floor", "1.1.0", Sha256Digest.Of("new"u8));
        var both = Proposed().Propose(Proposal("1.2.0") with { Id = "rp-2", Floor = higher, BringsFloor = true }).Value!;
        var moved = both.Adopt("rp-2", "\"1\"", Decision(ProposalResult.Adopted, Ben)).Value!;
        Assert.Equal("rulebook.floor-moved", Adopt(moved, Ben).Refusal!.Code);
    }

    [Fact]
    public void An_ordinary_version_does_not_overtake_one_that_was_announced()
    {
        var announced = Adopt(Register.Propose(Proposal() with { EffectiveFrom = Day(20) }).Value!, Ben).Value!;
        Assert.Equal("rulebook.before-announced", announced.Propose(Proposal("1.2.0") with { Id = "rp-2" }).Refusal!.Code);
    }

    [Fact]
    public void Open_proposals_are_limited()
    {
        var full = Enumerable.Range(0, RulebookRegister.MostOpen).Aggregate(
            Register, (register, index) => register.Propose(Proposal() with { Id = $"rp-{index}" }).Value!);
        Assert.Equal("rulebook.too-many-proposals", full.Propose(Proposal() with { Id = "rp-more" }).Refusal!.Code);
    }

    private static RulebookRegister Proposed() => Register.Propose(Proposal()).Value!;

    private static Outcome<RulebookRegister> Adopt(RulebookRegister register, Actor who, DateTimeOffset? at = null) =>
        register.Adopt("rp-1", "\"1\"", Decision(ProposalResult.Adopted, who, at));

    private static ProposalDecision Decision(ProposalResult result, Actor who, DateTimeOffset? at = null) =>
        new(result, "Agreed.", who, at ?? Now);

    private static RulebookProposal Emergency(int days) =>
        Proposal() with { EffectiveFrom = Day(0), Emergency = new("A weakness is being exploited.", Now.AddDays(days)) };

    private static RulebookProposal Proposal(string version = "1.1.0") => new(
        "rp-1", 1, new("xa", version, Sha256Digest.Of("rules"u8)), Register.Versions[0].Floor, false, Sha256Digest.Of("additions"u8),
        Day(4), "Agents need more scrutiny.", null, Ada, Now);

    private static DateOnly Day(int days) => DateOnly.FromDateTime(Now.UtcDateTime).AddDays(days);
}
