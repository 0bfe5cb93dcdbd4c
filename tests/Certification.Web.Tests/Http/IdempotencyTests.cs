using System.Net;
using Certification.Domain.Submissions;
using Certification.Web.Tests.Support;

namespace Certification.Web.Tests.Http;

public sealed class IdempotencyTests(AuthorityFixture authority)
{
    private readonly Person _applicant = Person.New(authority, "applicant");

    [Fact]
    public async Task A_creating_request_without_a_key_is_refused() =>
        (await _applicant.Post("/v1/submissions", Sample.Declaration)).IsProblem(400, "idempotency.key-missing");

    [Fact]
    public async Task The_same_request_under_the_same_key_is_done_once()
    {
        var first = (await _applicant.Post("/v1/submissions", Sample.Declaration, key: "k")).Is(HttpStatusCode.Created);
        var second = (await _applicant.Post("/v1/submissions", Sample.Declaration, key: "k")).Is(HttpStatusCode.Created);
        Assert.Equal((string?)first.Json["id"], (string?)second.Json["id"]);
        Assert.Single((await _applicant.Get("/v1/submissions")).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task Another_body_under_the_same_key_is_refused()
    {
        await _applicant.Post("/v1/submissions", Sample.Declaration, key: "k");
        var other = Sample.Declaration with { Capabilities = ["code-generation"] };
        (await _applicant.Post("/v1/submissions", other, key: "k")).IsProblem(422, "idempotency.key-reused");
    }

    [Fact]
    public async Task Two_people_may_use_the_same_key()
    {
        var mine = await _applicant.Post("/v1/submissions", Sample.Declaration, key: "k");
        var theirs = await Person.New(authority, "applicant").Post("/v1/submissions", Sample.Declaration, key: "k");
        Assert.NotEqual((string?)mine.Json["id"], (string?)theirs.Json["id"]);
    }

    [Fact]
    public async Task A_change_whose_answer_was_lost_is_told_that_it_is_done()
    {
        var opened = await Sample.Open(_applicant);
        var path = $"/v1/submissions/{opened.Json["id"]}/declaration";
        var changed = Sample.Declaration with { Capabilities = ["code-generation"] };
        var first = (await _applicant.Send(HttpMethod.Put, path, changed, opened.ETag)).Is(HttpStatusCode.OK);
        var again = (await _applicant.Send(HttpMethod.Put, path, changed, opened.ETag)).Is(HttpStatusCode.OK);
        Assert.Equal(first.ETag, again.ETag);
    }

    [Fact]
    public async Task Another_change_against_the_same_version_is_stale()
    {
        var (id, etag) = await Sample.At(authority, _applicant, SubmissionStatus.Draft);
        var path = $"/v1/submissions/{id}/declaration";
        await _applicant.Send(HttpMethod.Put, path, Sample.Declaration with { Capabilities = ["code-generation"] }, etag);
        (await _applicant.Send(HttpMethod.Put, path, Sample.Declaration with { Capabilities = ["summarisation"] }, etag))
            .IsProblem(412, "subject.stale");
    }

    [Fact]
    public async Task A_change_without_If_Match_is_refused()
    {
        var opened = await Sample.Open(_applicant);
        (await _applicant.Send(HttpMethod.Put, $"/v1/submissions/{opened.Json["id"]}/declaration", Sample.Declaration))
            .IsProblem(428, "request.if-match-missing");
    }

    [Theory]
    [InlineData("*")]
    [InlineData("1")]
    [InlineData("W/\"1\"")]
    [InlineData("\"1\", \"2\"")]
    public async Task An_If_Match_that_could_match_anything_is_refused(string ifMatch)
    {
        var opened = await Sample.Open(_applicant);
        (await _applicant.Send(HttpMethod.Put, $"/v1/submissions/{opened.Json["id"]}/declaration", Sample.Declaration, ifMatch))
            .IsProblem(400, "request.if-match-malformed");
    }
}
