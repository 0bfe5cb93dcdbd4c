using Certification.Domain.Accountability;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;
using Xunit;

namespace Certification.Domain.Tests.Accountability;

/// <summary>Starts from two parties that own everything and accepted it, plants one fault, and expects exactly that gap.</summary>
public sealed class AccountabilityGapsTests
{
    private static readonly Rulebook Xa = RulebookLibrary.InForceAt("XA");

    private static readonly Party Maker = A.Acme with
    {
        Duties = [.. Xa.DutiesFor(RiskTier.Critical).Select(duty => duty.Code).Except(["human-oversight"])],
        Mandates = [A.Mandate([.. Xa.DutiesFor(RiskTier.Critical).Select(duty => duty.Code)])],
    };

    private static readonly Party User = new(
        "user", "Borealis", "deployer", "XA", "hr@borealis.example", ["human-oversight"], Mandates: [A.Mandate("human-oversight")]);

    private static Declaration Sound => A.Declaration() with { Parties = [Maker, User] };

    [Fact]
    public void Somebody_answers_for_everything() => Assert.Empty(Gaps(Sound, A.Acceptances(Sound)));

    [Fact]
    public void A_duty_that_nobody_owns() => One("gap.duty-unowned", "human-oversight", Sound with { Parties = [Maker] });

    [Fact]
    public void A_party_that_has_said_nothing() =>
        One("gap.duty-not-accepted", "human-oversight", Sound, A.Acceptance(Sound, Maker));

    [Fact]
    public void A_day_of_acceptance_that_the_applicant_declares_counts_for_nothing() => One(
        "gap.duty-not-accepted", "human-oversight",
        Sound with { Parties = [Maker, User with { AcceptedOn = new DateOnly(2026, 1, 5) }] }, A.Acceptance(Sound, Maker));

    [Fact]
    public void A_party_that_declined_says_why()
    {
        var gap = One("gap.duty-declined", "human-oversight", Sound, A.Acceptance(Sound, Maker), Said(PartyAnswerKind.Declined));
        Assert.Contains("No trained people.", gap.Message);
    }

    [Fact]
    public void A_party_that_has_left() =>
        One("gap.duty-owner-left", "human-oversight", Sound, [.. A.Acceptances(Sound), Said(PartyAnswerKind.Left)]);

    [Fact]
    public void A_party_that_left_and_came_back_answers_again() =>
        Assert.Empty(Gaps(Sound, [.. A.Acceptances(Sound), Said(PartyAnswerKind.Left), A.Acceptance(Sound, User)]));

    [Theory]
    [InlineData("authority")]
    [InlineData("resources")]
    [InlineData("system")]
    [InlineData("artifact")]
    [InlineData("use")]
    public void What_is_changed_after_the_acceptance_was_accepted_by_nobody(string what)
    {
        var mandate = User.Mandates![0];
        var changed = what switch
        {
            "authority" => Sound with { Parties = [Maker, User with { Mandates = [mandate with { Authority = "May ask the provider." }] }] },
            "resources" => Sound with { Parties = [Maker, User with { Mandates = [mandate with { Resources = mandate.Resources with { People = 1 } }] }] },
            "system" => Sound with { System = Sound.System with { Version = "2.0.0" } },
            "artifact" => Sound with { System = Sound.System with { Artifacts = [new ArtifactDigest("model.safetensors", Sha256Digest.Of("others"u8))] } },
            _ => Sound with { Context = Sound.Context with { Use = "Rejects customers." } },
        };
        Assert.Contains(Gaps(changed, A.Acceptances(Sound)), gap => gap is { Code: "gap.duty-acceptance-void", Requirement: "human-oversight" });
    }

    [Fact]
    public void A_changed_duty_leaves_the_others_accepted() => One(
        "gap.duty-acceptance-void", "human-oversight",
        Sound with { Parties = [Maker, User with { Mandates = [User.Mandates![0] with { Authority = "May ask the provider." }] }] },
        [.. A.Acceptances(Sound)]);

    [Fact]
    public void A_duty_that_was_added_later_is_not_accepted_yet()
    {
        var before = Sound with { Parties = [Maker with { Duties = [.. Maker.Duties.Skip(1)] }, User] };
        One("gap.duty-not-accepted", Maker.Duties[0], Sound, [.. A.Acceptances(before)]);
    }

    [Fact]
    public void An_owner_without_authority_and_resources() =>
        OneOf(Sound with { Parties = [Maker, User with { Mandates = null }] }, "gap.duty-authority-missing", "human-oversight");

    [Fact]
    public void In_the_lowest_tier_an_owner_need_not_state_its_authority()
    {
        var sole = A.Declaration() with { Parties = [A.Acme with { Mandates = null }] };
        Assert.Empty(AccountabilityGaps.Of(AccountabilityGraph.Of(Xa, RiskTier.Minimal, sole, A.Acceptances(sole))));
    }

    [Fact]
    public void A_shared_duty_without_a_split()
    {
        var both = Sound with { Parties = [Maker with { Duties = [.. Maker.Duties, "human-oversight"] }, User] };
        OneOf(both, "gap.duty-split-missing", "human-oversight");
        var split = both with
        {
            Parties =
            [
                both.Parties[0] with { Mandates = [Maker.Mandates![0] with { Share = "Outside office hours." }] },
                User with { Mandates = [User.Mandates![0] with { Share = "In office hours." }] },
            ],
        };
        Assert.Empty(Gaps(split, A.Acceptances(split)));
    }

    [Fact]
    public void An_emergency_stop_that_needs_consent() => OneOf(
        Sound with { Parties = [Maker with { Mandates = [Maker.Mandates![0] with { ConsentOf = "user" }] }, User] },
        "gap.stop-needs-consent", "emergency-stop");

    [Fact]
    public void Consent_that_runs_in_a_circle()
    {
        var circle = Sound with
        {
            Parties =
            [
                Maker with { Duties = [.. Maker.Duties, "human-oversight"], Mandates = [Maker.Mandates![0] with { ConsentOf = "user", Share = "one half" }] },
                User with { Mandates = [User.Mandates![0] with { ConsentOf = "acme", Share = "the other half" }] },
            ],
        };
        Assert.Contains(Gaps(circle, A.Acceptances(circle)), IsCircular);
    }

    [Fact]
    public void Consent_of_a_party_that_is_not_there()
    {
        var asking = Sound with { Parties = [Maker, User with { Mandates = [User.Mandates![0] with { ConsentOf = "board" }] }] };
        Assert.Contains(Gaps(asking, A.Acceptances(asking)), IsCircular);
    }

    [Fact]
    public void An_owner_of_everything_abroad_needs_a_representative_here()
    {
        var abroad = Sound with { Parties = [Maker with { Country = "XC" }, User] };
        OneOf(abroad, "gap.owner-out-of-reach", "overall-accountability");
        var mandate = A.Mandate("complaint-handling") with { Share = "Complaints from XA." };
        Party representative = new("rep", "Notary Ltd", "authorised-representative", "XA", "post@notary.example", ["complaint-handling"], Mandates: [mandate]);
        var maker = abroad.Parties[0] with { Mandates = [Maker.Mandates![0] with { Share = "All others." }] };
        var represented = abroad with { Parties = [maker, User, representative] };
        Assert.Empty(Gaps(represented, A.Acceptances(represented)));
    }

    [Fact]
    public void Two_parties_that_speak_with_one_voice() => OneOf(
        Sound with { Parties = [Maker, User with { Organisation = "ACME" }] }, "gap.organisation-shared", "user");

    private static bool IsCircular(Gap gap) => gap is { Code: "gap.authority-circular", Requirement: "human-oversight" };

    private static PartyAnswer Said(PartyAnswerKind kind) => new("user", kind, [], A.Speaker(User), A.Monday, Reason: "No trained people.");

    private static IReadOnlyList<Gap> Gaps(Declaration declaration, IReadOnlyList<PartyAnswer> answers) =>
        AccountabilityGaps.Of(AccountabilityGraph.Of(Xa, RiskTier.Critical, declaration, answers));

    private static Gap One(string code, string requirement, Declaration declaration, params PartyAnswer[] answers)
    {
        var gap = Assert.Single(Gaps(declaration, answers.Length == 0 ? A.Acceptances(declaration) : answers));
        Assert.Equal((code, requirement), (gap.Code, gap.Requirement));
        return gap;
    }

    private static void OneOf(Declaration declaration, string code, string requirement)
    {
        var gaps = Gaps(declaration, A.Acceptances(declaration));
        Assert.Contains(gaps, gap => gap.Code == code && gap.Requirement == requirement);
        Assert.All(gaps, gap => Assert.Equal(code, gap.Code));
    }
}
