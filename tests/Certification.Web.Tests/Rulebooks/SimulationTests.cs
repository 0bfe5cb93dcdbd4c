using System.Net;
using System.Text.Json.Nodes;
using Certification.Domain.Submissions;
using Certification.Web.Tests.Support;

namespace Certification.Web.Tests.Rulebooks;

public sealed class SimulationTests(AuthorityFixture authority)
{
    private readonly Person _officer = Person.New(authority, "officer");

    [Fact]
    public async Task An_open_case_that_would_lack_something_is_named_with_what_it_would_lack()
    {
        var (id, _) = await Sample.At(authority, Person.New(authority, "applicant"), SubmissionStatus.InReview, Person.New(authority, "assessor"));
        var (path, _, _) = await ProposedRules.Propose(_officer, ProposedRules.Body(change: additions =>
            additions["duties"]!.AsArray().Add(new JsonObject
            {
                ["code"] = "test-duty", ["title"] = "XA: answers letters", ["from"] = "minimal", ["effortHours"] = 1,
            })));
        var item = (await Simulate(path)).Single(item => (string?)item["id"] == id);
        Assert.Equal(("submission", "would-fail"), ((string?)item["kind"], (string?)item["change"]!["effect"]));
        Assert.Contains(item["change"]!["missing"]!.AsArray(), gap => (string?)gap!["requirement"] == "test-duty");
    }

    [Fact]
    public async Task A_draft_is_not_looked_at()
    {
        var draft = (string?)(await Sample.Open(Person.New(authority, "applicant"))).Json["id"];
        var (path, _, _) = await ProposedRules.Propose(_officer, ProposedRules.Body(change: additions =>
            additions["deadlines"] = new JsonObject { ["missingEvidenceDays"] = 1, ["moreEvidenceDays"] = 1 }));
        Assert.DoesNotContain(await Simulate(path), item => (string?)item["id"] == draft);
    }

    [Fact]
    public async Task A_made_up_continuation_is_refused()
    {
        var (path, _, _) = await ProposedRules.Propose(_officer);
        (await _officer.Post($"{path}/simulation?continuation=9.x")).IsProblem(422, "page.token-unknown");
    }

    [Fact]
    public async Task Nothing_is_simulated_that_was_not_proposed() =>
        (await _officer.Post("/v1/rulebooks/proposals/rp-none/simulation")).IsProblem(404, "rulebook.proposal-not-found");

    private async Task<List<JsonNode>> Simulate(string path)
    {
        var items = new List<JsonNode>();
        string? continuation = null;
        do
        {
            var page = (await _officer.Post($"{path}/simulation{(continuation is null ? "" : $"?continuation={continuation}")}")).Is(HttpStatusCode.OK).Json;
            items.AddRange(page["items"]!.AsArray().Select(item => item!));
            continuation = (string?)page["continuation"];
        }
        while (continuation is not null);
        return items;
    }
}
