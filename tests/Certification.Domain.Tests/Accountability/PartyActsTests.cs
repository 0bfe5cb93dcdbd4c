using Certification.Domain.Accountability;
using Certification.Domain.Submissions;
using Xunit;

namespace Certification.Domain.Tests.Accountability;

public sealed class PartyActsTests
{
    private static readonly Party User = new(
        "user", "Borealis", "deployer", "XA", "hr@borealis.example", ["human-oversight"], Mandates: [A.Mandate("human-oversight")]);

    private static readonly Actor Speaker = A.Speaker(User);

    private static Submission Case(SubmissionStatus status = SubmissionStatus.Draft) => A.At(status) with
    {
        Declaration = A.Declaration() with { Parties = [A.Acme, User] },
    };

    [Fact]
    public void A_person_of_the_party_accepts_for_it()
    {
        var answer = Assert.Single(Accept(Case(), User, Speaker).Value!.PartyAnswers!);
        Assert.Equal(("user", PartyAnswerKind.Accepted, Speaker), (answer.Party, answer.Kind, answer.By));
    }

    [Fact]
    public void The_applicant_does_not_accept_for_another() =>
        Assert.Equal("party.not-theirs", Accept(Case(), User, A.Applicant).Refusal!.Code);

    [Fact]
    public void What_was_not_read_is_not_accepted() => Assert.Equal(
        "party.terms-changed", Case().AcceptDuties("user", Sha256Digest.Of("older terms"u8), Speaker, A.Monday).Refusal!.Code);

    [Fact]
    public void A_party_that_is_not_declared_accepts_nothing() => Assert.Equal(
        "party.not-found", Case().AcceptDuties("nobody", Sha256Digest.Of("x"u8), Speaker, A.Monday).Refusal!.Code);

    [Theory]
    [InlineData(SubmissionStatus.Refused)]
    [InlineData(SubmissionStatus.Lapsed)]
    public void A_case_that_is_over_takes_no_answer(SubmissionStatus status) =>
        Assert.Equal("submission.out-of-step", Accept(Case(status), User, Speaker).Refusal!.Code);

    [Fact]
    public void A_sole_party_that_is_the_applicant_accepts_by_handing_in()
    {
        var answer = Assert.Single(A.Draft().HandIn(A.Applicant, A.Monday).Value!.PartyAnswers!);
        Assert.Equal((AnswerMeans.HandIn, "acme"), (answer.Means, answer.Party));
    }

    [Fact]
    public void A_sole_party_that_is_somebody_else_accepts_by_itself() =>
        Assert.Null(A.Draft().HandIn(A.Person("eve", "Other"), A.Monday).Value!.PartyAnswers);

    [Fact]
    public void With_several_parties_handing_in_accepts_for_none() => Assert.Null(Case().HandIn(A.Applicant, A.Monday).Value!.PartyAnswers);

    [Fact]
    public void A_successor_answers_once_it_has_accepted_and_the_old_owner_until_then()
    {
        var answered = Accept(Accept(Case(SubmissionStatus.Certified), A.Acme, A.Speaker(A.Acme)).Value!, User, Speaker).Value!;
        Party heir = User with { Id = "heir", Name = "Cirrus" };
        var named = answered.NameSuccessor("user", heir, ["human-oversight"], A.Applicant, A.Monday.AddDays(1)).Value!;
        Assert.Equal(["user"], Owners(named));

        var accepted = named.AcceptDuties(
            "heir", DutyTerms.Summary(named.Declaration, named.Declaration.Parties[^1]), A.Speaker(heir), A.Monday.AddDays(2)).Value!;

        Assert.Equal(["heir"], Owners(accepted));
        Assert.Equal(
            [("user", A.Monday.AddDays(2)), ("heir", (DateTimeOffset?)null)],
            DutyTenure.Of(accepted).Where(tenure => tenure.Duty == "human-oversight").Select(tenure => (tenure.Party, tenure.Until)));
        Assert.Empty(accepted.Declaration.Parties.Single(party => party.Id == "user").Duties);
    }

    [Fact]
    public void Who_leaves_answers_no_longer()
    {
        var left = Accept(Case(SubmissionStatus.Certified), User, Speaker).Value!.Leave("user", "The contract ended.", Speaker, A.Monday.AddDays(3)).Value!;
        Assert.Equal(A.Monday.AddDays(3), Assert.Single(DutyTenure.Of(left)).Until);
    }

    [Fact]
    public void Nobody_hands_over_what_it_does_not_own() => Assert.Equal("succession.not-theirs", Case(SubmissionStatus.Certified)
        .NameSuccessor("user", User with { Id = "heir" }, ["incident-response"], A.Applicant, A.Monday).Refusal!.Code);

    [Fact]
    public void While_the_declaration_is_open_it_is_changed_and_nobody_succeeds() => Assert.Equal("submission.out-of-step", Case()
        .NameSuccessor("user", User with { Id = "heir" }, ["human-oversight"], A.Applicant, A.Monday).Refusal!.Code);

    [Fact]
    public void A_case_that_was_stored_before_parties_answered_is_still_read()
    {
        var stored = System.Text.Json.Nodes.JsonNode.Parse(DomainJson.Bytes(A.Draft()))!.AsObject();
        Assert.False(stored.ContainsKey("partyAnswers"));
        stored["declaration"]!["parties"]!.AsArray()[0]!["acceptedOn"] = "2026-01-05";
        var read = DomainJson.Read<Submission>(System.Text.Encoding.UTF8.GetBytes(stored.ToJsonString()));
        Assert.Equal(new DateOnly(2026, 1, 5), read.Declaration.Parties[0].AcceptedOn);
        Assert.Null(read.PartyAnswers);
    }

    private static Outcome<Submission> Accept(Submission submission, Party party, Actor by) =>
        submission.AcceptDuties(party.Id, DutyTerms.Summary(submission.Declaration, party), by, A.Monday);

    private static IEnumerable<string> Owners(Submission submission) =>
        DutyTenure.Of(submission).Where(tenure => tenure is { Duty: "human-oversight", Until: null }).Select(tenure => tenure.Party);
}
