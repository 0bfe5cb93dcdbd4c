using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Certification.Domain.Submissions;
using Certification.Web.Access;
using Certification.Web.Tests.Support;

namespace Certification.Web.Tests.Access;

public sealed class TokensTests(AuthorityFixture authority)
{
    [Fact]
    public async Task A_request_without_a_token_is_told_to_sign_in()
    {
        using var response = await authority.Anybody.GetAsync(new Uri("/v1/submissions", UriKind.Relative), TestContext.Current.CancellationToken);
        var reply = (await Reply.Of(response)).IsProblem(401, "auth.token-missing");
        Assert.Equal("Bearer", reply.Headers["WWW-Authenticate"].Single());
    }

    [Fact]
    public async Task A_token_that_is_no_token_is_refused() => (await With("nonsense")).IsProblem(401, "auth.token-invalid");

    [Fact]
    public async Task A_token_signed_by_somebody_else_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var stranger = new DevelopmentIssuer("XA", key, TimeProvider.System);
        (await With(stranger.Issue("applicant", "mallory", "acme", TimeSpan.FromHours(1)))).IsProblem(401, "auth.token-invalid");
    }

    [Fact]
    public async Task A_token_without_a_signature_is_refused()
    {
        var parts = Person.New(authority, "applicant").Token.Split('.');
        const string None = "eyJhbGciOiJub25lIn0";
        (await With($"{None}.{parts[1]}.")).IsProblem(401, "auth.token-invalid");
    }

    [Fact]
    public async Task A_token_whose_claims_were_changed_is_refused()
    {
        var parts = Person.New(authority, "applicant").Token.Split('.');
        var other = Person.New(authority, "decider").Token.Split('.');
        (await With($"{parts[0]}.{other[1]}.{parts[2]}")).IsProblem(401, "auth.token-invalid");
    }

    [Fact]
    public async Task A_token_without_the_role_is_refused() =>
        (await Person.New(authority, "assessor").Get("/v1/submissions")).IsProblem(403, "auth.role-missing");

    [Theory]
    [InlineData("applicant", "/v1/cases")]
    [InlineData("applicant", "/v1/refusals")]
    [InlineData("assessor", "/v1/refusals")]
    public async Task Lists_of_the_authority_are_closed_to_others(string role, string path) =>
        (await Person.New(authority, role).Get(path)).IsProblem(403, "auth.role-missing");

    [Fact]
    public async Task Another_applicants_submission_is_not_there()
    {
        var (id, etag) = await Sample.At(authority, Person.New(authority, "applicant"), SubmissionStatus.AwaitingApplicant);
        var stranger = Person.New(authority, "applicant");
        (await stranger.Get($"/v1/submissions/{id}")).IsProblem(404, "submission.not-found");
        (await stranger.Get($"/v1/submissions/{id}/timeline")).IsProblem(404, "submission.not-found");
        (await stranger.Post($"/v1/submissions/{id}/submit", ifMatch: etag)).IsProblem(404, "submission.not-found");
        (await stranger.Send(HttpMethod.Put, $"/v1/submissions/{id}/declaration", Sample.Declaration, etag)).IsProblem(404, "submission.not-found");
    }

    [Fact]
    public async Task A_colleague_of_the_applicant_sees_the_submission()
    {
        var applicant = Person.New(authority, "applicant");
        var (id, _) = await Sample.At(authority, applicant, SubmissionStatus.Draft);
        var colleague = new Person(authority, "applicant", "colleague", applicant.Actor.Organisation.ToUpperInvariant());
        (await colleague.Get($"/v1/submissions/{id}")).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_draft_is_not_there_for_the_authority()
    {
        var (id, _) = await Sample.At(authority, Person.New(authority, "applicant"), SubmissionStatus.Draft);
        (await Person.New(authority, "officer").Get($"/v1/submissions/{id}")).IsProblem(404, "submission.not-found");
    }

    [Fact]
    public async Task Applicants_do_not_read_who_assesses_their_case()
    {
        var (applicant, assessor) = (Person.New(authority, "applicant"), Person.New(authority, "assessor"));
        var (id, _) = await Sample.At(authority, applicant, SubmissionStatus.AwaitingDecision, assessor);
        var seen = await applicant.Get($"/v1/submissions/{id}");
        Assert.DoesNotContain(assessor.Actor.Subject, seen.Text, StringComparison.Ordinal);
        Assert.Contains(assessor.Actor.Subject, (await Person.New(authority, "decider").Get($"/v1/submissions/{id}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "/dev/token")]
    [InlineData("GET", "/dev/time")]
    [InlineData("POST", "/dev/time")]
    public async Task Development_endpoints_do_not_exist_outside_Development(string method, string path)
    {
        await using var app = await authority.Start(
            "Production", ("Auth:Authority", "https://issuer.test"), ("Auth:Audience", "urn:certification:authority:XA"));
        using var client = AuthorityFixture.Client(app);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        (await Reply.Of(response)).IsProblem(404, "request.no-such-path");
    }

    private async Task<Reply> With(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/submissions");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await authority.Anybody.SendAsync(request, TestContext.Current.CancellationToken);
        return await Reply.Of(response);
    }
}
