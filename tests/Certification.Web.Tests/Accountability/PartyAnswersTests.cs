using System.Net;
using Certification.Domain.Accountability;
using Certification.Domain.Reviews;
using Certification.Domain.Submissions;
using Certification.Web.Accountability;
using Certification.Web.Reviews;
using Certification.Web.Tests.Support;

namespace Certification.Web.Tests.Accountability;

/// <summary>Two parties: the applicant's own organisation and a deployer, each with people of its own.</summary>
public sealed class PartyAnswersTests
{
    private readonly AuthorityFixture _authority;
    private readonly Person _applicant;
    private readonly Person _deployer;
    private readonly string _deployerName = $"Borealis {Guid.NewGuid():N}";

    public PartyAnswersTests(AuthorityFixture authority)
    {
        _authority = authority;
        _applicant = Person.New(authority, "applicant");
        _deployer = new Person(authority, "party", "dana", _deployerName);
    }

    [Fact]
    public async Task A_party_reads_what_it_has_to_answer_for_and_accepts()
    {
        var id = await Opened();
        var seen = (await _deployer.Get($"/v1/submissions/{id}/accountability")).Is(HttpStatusCode.OK);

        var accepted = (await Accept(id, seen)).Is(HttpStatusCode.OK).Read<AccountabilityView>();

        var owner = accepted.Duties.Single(duty => duty.Code == "complaint-handling").Owners.Single();
        Assert.Equal(("deployer", OwnerStanding.Accepted, "May reopen any case."), (owner.Party, owner.Standing, owner.Authority));
        Assert.Equal("dana", accepted.Parties.Single(party => party.Id == "deployer").Answer!.By);
        Assert.Contains(accepted.Gaps, gap => gap is { Code: "gap.duty-not-accepted", Requirement: "overall-accountability" });
    }

    [Fact]
    public async Task The_applicant_does_not_accept_for_another_party()
    {
        var id = await Opened();
        var seen = await _applicant.Get($"/v1/submissions/{id}/accountability");
        (await Accept(id, seen, _applicant)).IsProblem(404, "submission.not-found");
    }

    [Fact]
    public async Task Somebody_who_speaks_for_no_party_does_not_learn_that_the_case_exists()
    {
        var id = await Opened();
        var stranger = Person.New(_authority, "party");
        (await stranger.Get($"/v1/submissions/{id}/accountability")).IsProblem(404, "submission.not-found");
        (await Accept(id, await _deployer.Get($"/v1/submissions/{id}/accountability"), stranger)).IsProblem(404, "submission.not-found");
    }

    [Fact]
    public async Task A_party_sees_nothing_of_the_dossier() =>
        (await _deployer.Get($"/v1/submissions/{await Opened()}")).Is(HttpStatusCode.Forbidden);

    [Fact]
    public async Task Terms_that_were_changed_behind_its_back_are_not_accepted()
    {
        var id = await Opened();
        var seen = await _deployer.Get($"/v1/submissions/{id}/accountability");
        var changed = Declaration() with { System = Sample.Declaration.System with { Version = "2.0" } };
        var redeclared = await _applicant.Send(HttpMethod.Put, $"/v1/submissions/{id}/declaration", changed, seen.ETag);
        redeclared.Is(HttpStatusCode.OK);
        (await Accept(id, seen with { ETag = redeclared.ETag })).IsProblem(412, "party.terms-changed");
    }

    [Fact]
    public async Task A_party_that_declines_says_why()
    {
        var id = await Opened();
        var seen = await _deployer.Get($"/v1/submissions/{id}/accountability");
        (await _deployer.Post($"/v1/submissions/{id}/parties/deployer/refusal", new WithReasonBody(" "), seen.ETag))
            .IsProblem(422, "party.no-reason");
        var declined = await _deployer.Post($"/v1/submissions/{id}/parties/deployer/refusal", new WithReasonBody("No trained people."), seen.ETag);
        Assert.Contains(declined.Is(HttpStatusCode.OK).Read<AccountabilityView>().Gaps, gap => gap.Code == "gap.duty-declined");
    }

    [Fact]
    public async Task After_an_owner_left_the_case_is_not_decided_in_favour()
    {
        var assessor = Person.New(_authority, "assessor");
        var (id, _) = await Sample.At(_authority, _applicant, SubmissionStatus.AwaitingDecision, assessor);
        var provider = new Person(_authority, "party", "otto", "Acme Ltd");
        var seen = await provider.Get($"/v1/submissions/{id}/accountability");
        var left = await provider.Post($"/v1/submissions/{id}/parties/acme/departure", new WithReasonBody("Sold."), seen.ETag);
        left.Is(HttpStatusCode.OK);

        (await Person.New(_authority, "decider").Post(
            $"/v1/submissions/{id}/decision", new DecisionBody(DecisionResult.Certify, ["Fit."], []), left.ETag))
            .IsProblem(409, "decision.duty-open");
    }

    [Fact]
    public async Task An_officer_names_a_successor_who_accepts()
    {
        var (id, _) = await Sample.At(_authority, _applicant, SubmissionStatus.AwaitingDecision);
        var provider = new Person(_authority, "party", "otto", "Acme Ltd");
        var seen = await provider.Get($"/v1/submissions/{id}/accountability");
        var left = await provider.Post($"/v1/submissions/{id}/parties/acme/departure", new WithReasonBody("Sold."), seen.ETag);
        var duties = Sample.Declaration.Parties[0].Duties;
        var heir = Sample.Declaration.Parties[0] with { Id = "deployer", Name = _deployerName };
        var named = await Person.New(_authority, "officer").Post(
            $"/v1/submissions/{id}/successions", new SuccessionBody("acme", duties, heir), left.ETag);
        named.Is(HttpStatusCode.OK);

        var view = (await Accept(id, named)).Is(HttpStatusCode.OK).Read<AccountabilityView>();

        Assert.Empty(view.Gaps);
        Assert.Equal(["acme", "deployer"], view.Tenures.Where(tenure => tenure.Duty == "incident-response").Select(tenure => tenure.Party));
    }

    private Declaration Declaration()
    {
        var acme = Sample.Declaration.Parties[0];
        Mandate mandate = new(["complaint-handling"], "May reopen any case.", new DutyResources(1, "1,000 EUR a year", "Monday to Friday"));
        return Sample.Declaration with
        {
            Parties =
            [
                acme with { Duties = ["overall-accountability", "incident-response"], Mandates = [acme.Mandates![0] with { Duties = ["overall-accountability", "incident-response"] }] },
                new Party("deployer", _deployerName, "deployer", "XA", "desk@borealis.example", ["complaint-handling"], Mandates: [mandate]),
            ],
        };
    }

    private async Task<string> Opened()
    {
        var opened = await _applicant.Post("/v1/submissions", Declaration(), key: Guid.NewGuid().ToString());
        return (string)opened.Is(HttpStatusCode.Created).Json["id"]!;
    }

    private Task<Reply> Accept(string id, Reply seen, Person? who = null) => (who ?? _deployer).Post(
        $"/v1/submissions/{id}/parties/deployer/acceptance",
        new AcceptanceBody(seen.Read<AccountabilityView>().Parties.Single(party => party.Id == "deployer").Terms), seen.ETag);
}
