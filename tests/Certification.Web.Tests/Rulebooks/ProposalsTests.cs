using System.Net;
using System.Text.Json.Nodes;
using Certification.Domain;
using Certification.Web.Tests.Support;

namespace Certification.Web.Tests.Rulebooks;

public sealed class ProposalsTests(AuthorityFixture authority)
{
    private const string Route = "/v1/rulebooks/proposals";
    private readonly Person _ada = Person.New(authority, "officer");
    private readonly Person _ben = Person.New(authority, "officer");

    [Fact]
    public async Task What_another_officer_adopts_is_listed_and_published_under_its_digest_and_signed()
    {
        var (path, etag, proposed) = await ProposedRules.Propose(_ada);
        var adopted = (await _ben.Post($"{path}/decision", ProposedRules.Adopt, etag)).Is(HttpStatusCode.OK);
        Assert.Equal("adopted", (string?)adopted.Json["decision"]!["result"]);

        var list = (await _ben.Get("/v1/rulebooks")).Is(HttpStatusCode.OK).Json;
        var version = list["items"]!.AsArray().Single(item => (string?)item!["name"] == (string?)proposed["name"])!;
        Assert.Equal(("upcoming", "xa-1.0.0"), ((string?)version["standing"], (string?)list["inForce"]));
        var text = await authority.Anybody.GetByteArrayAsync($"/public/rulebooks/{proposed["name"]}.json", TestContext.Current.CancellationToken);
        Assert.Equal((string?)version["digest"], Sha256Digest.Of(text).Hex);
        var signed = await authority.Anybody.GetStringAsync($"/public/rulebooks/{proposed["name"]}.json.jws", TestContext.Current.CancellationToken);
        Assert.Equal(text, System.Buffers.Text.Base64Url.DecodeFromChars(signed.Split('.')[1]));
    }

    [Fact]
    public async Task A_version_is_read_by_its_name_and_tagged_with_its_digest()
    {
        var reply = (await _ada.Get("/v1/rulebooks/xa-1.0.0")).Is(HttpStatusCode.OK);
        Assert.Equal($"\"{Sha256Digest.Of(System.Text.Encoding.UTF8.GetBytes(reply.Text))}\"", reply.ETag);
        (await _ada.Get("/v1/rulebooks/xa-9.9.9")).IsProblem(404, "rulebook.not-found");
    }

    [Fact]
    public async Task A_repeated_proposal_is_the_same_one_and_another_body_under_its_key_is_refused()
    {
        var (body, key) = (ProposedRules.Body(), Guid.NewGuid().ToString());
        var first = (await _ada.Post(Route, body, key: key)).Is(HttpStatusCode.Created);
        Assert.Equal((string?)first.Json["id"], (string?)(await _ada.Post(Route, body, key: key)).Is(HttpStatusCode.Created).Json["id"]);
        (await _ada.Post(Route, ProposedRules.Body(), key: key)).IsProblem(422, "idempotency.key-reused");
    }

    [Fact]
    public async Task A_repeated_adoption_is_the_same_one()
    {
        var (path, etag, _) = await ProposedRules.Propose(_ada);
        var replies = new[]
        {
            await _ben.Post($"{path}/decision", ProposedRules.Adopt, etag), await _ben.Post($"{path}/decision", ProposedRules.Adopt, etag),
        };
        Assert.All(replies, reply => Assert.Equal("\"2\"", reply.Is(HttpStatusCode.OK).ETag));
    }

    [Fact]
    public async Task Nobody_adopts_what_they_proposed()
    {
        var (path, etag, _) = await ProposedRules.Propose(_ada);
        (await _ada.Post($"{path}/decision", ProposedRules.Adopt, etag)).IsProblem(403, "rulebook.same-person");
    }

    [Fact]
    public async Task Of_two_decisions_at_once_one_wins_and_the_other_is_stale()
    {
        var (path, etag, _) = await ProposedRules.Propose(_ada);
        var replies = await Task.WhenAll(
            _ben.Post($"{path}/decision", ProposedRules.Adopt, etag),
            Person.New(authority, "officer").Post($"{path}/decision", ProposedRules.Reject, etag));
        Assert.Single(replies, reply => reply.Status == HttpStatusCode.OK);
        replies.Single(reply => reply.Status != HttpStatusCode.OK).IsProblem(412, "subject.stale");
    }

    [Fact]
    public async Task A_decision_needs_the_version_that_was_seen()
    {
        var (path, _, _) = await ProposedRules.Propose(_ada);
        (await _ben.Post($"{path}/decision", ProposedRules.Adopt)).IsProblem(428, "request.if-match-missing");
    }

    [Fact]
    public async Task Every_error_is_told_at_once_with_its_place_and_its_rule()
    {
        var body = ProposedRules.Body(change: additions =>
        {
            additions["colour"] = "blue";
            additions["tierRules"]![0]!["when"] = new JsonObject { ["xor"] = new JsonArray(true, true) };
            additions["duties"]![0]!.AsObject().Remove("title");
        });
        var reply = (await _ada.Post(Route, body, key: "k-1")).IsProblem(422, "rulebook.refused");
        Assert.Equal(
            ["/additions/tierRules/0/when", "/additions/duties/0/title", "/additions/colour"],
            reply.Json["errors"]!.AsArray().Select(error => (string?)error!["pointer"]));
        Assert.StartsWith("TR-XA-0001: unrecognised operator", (string?)reply.Json["errors"]![0]!["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_loosening_is_refused_with_the_rule_named()
    {
        var body = ProposedRules.Body(change: additions => additions["reviewPlans"]![0]!["assessors"] = 1);
        var reply = (await _ada.Post(Route, body, key: "k-2")).IsProblem(422, "rulebook.refused");
        var error = Assert.Single(reply.Json["errors"]!.AsArray())!;
        Assert.Equal("/additions/reviewPlans/0", (string?)error["pointer"]);
        Assert.Contains("at least 2 assessors, not 1", (string?)error["message"]);
    }

    [Fact]
    public async Task A_rejected_proposal_says_by_whom_and_why()
    {
        var (path, etag, _) = await ProposedRules.Propose(_ada);
        (await _ben.Post($"{path}/decision", ProposedRules.Reject, etag)).Is(HttpStatusCode.OK);
        var decision = (await _ada.Get(path)).Json["decision"]!;
        Assert.Equal(("rejected", "Too early.", _ben.Actor.Subject), ((string?)decision["result"], (string?)decision["reason"], (string?)decision["by"]));
    }

    [Fact]
    public async Task Applicants_propose_nothing() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await Person.New(authority, "applicant").Post(Route, ProposedRules.Body(), key: "k-3")).Status);

    [Fact]
    public async Task A_version_that_is_too_near_to_its_effect_is_refused() =>
        (await _ada.Post(Route, ProposedRules.Body(days: 1), key: "k-4")).IsProblem(409, "rulebook.notice-too-short");
}
