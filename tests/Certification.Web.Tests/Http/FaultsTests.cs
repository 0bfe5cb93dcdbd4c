using System.Net;
using Certification.Web.Tests.Support;

namespace Certification.Web.Tests.Http;

public sealed class FaultsTests(AuthorityFixture authority)
{
    private readonly Person _anybody = Person.New(authority, "auditor");

    [Fact]
    public async Task An_unexpected_fault_shows_a_trace_id_and_nothing_of_the_inside()
    {
        var reply = (await _anybody.Get("/test/fault")).IsProblem(500, "internal.error");
        Assert.DoesNotContain(AuthorityFixture.Secret, reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", reply.Text, StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty((string?)reply.Json["traceId"]));
    }

    [Fact]
    public async Task A_path_that_does_not_exist_is_a_problem() =>
        (await _anybody.Get("/v1/nothing")).IsProblem(404, "request.no-such-path");

    [Fact]
    public async Task A_method_that_does_not_exist_is_a_problem() =>
        (await _anybody.Send(HttpMethod.Patch, "/v1/submissions", new { })).IsProblem(405, "request.method-not-allowed");

    [Fact]
    public async Task A_page_token_of_another_list_is_refused() =>
        (await _anybody.Get("/v1/certificates?continuation=AAAA")).IsProblem(422, "page.token-unknown");

    [Theory]
    [InlineData("/")]
    [InlineData("/v1/certificates")]
    [InlineData("/v1/nothing")]
    [InlineData("/test/fault")]
    public async Task Every_answer_tells_browsers_to_trust_nothing_but_our_own_files(string path)
    {
        var reply = await _anybody.Get(path);
        Assert.Contains("default-src 'none'", reply.Headers["Content-Security-Policy"].Single(), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", reply.Headers["Content-Security-Policy"].Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", reply.Headers["X-Content-Type-Options"].Single());
    }

    [Fact]
    public async Task Public_reads_beyond_the_rate_are_refused_with_the_time_to_wait()
    {
        await using var app = await authority.Start("Development", ("Public:ReadsPerMinute", "3"));
        using var client = AuthorityFixture.Client(app);
        var replies = new List<Reply>();
        for (var call = 0; call < 6; call++)
        {
            using var response = await client.GetAsync(new Uri("/v1/certificates", UriKind.Relative), TestContext.Current.CancellationToken);
            replies.Add(await Reply.Of(response));
        }
        Assert.Equal(HttpStatusCode.OK, replies[0].Status);
        var refused = replies[^1].IsProblem(429, "request.rate-limited");
        Assert.NotEmpty(refused.Headers["Retry-After"]);
    }

    [Fact]
    public async Task Readiness_names_storage_engine_and_trust_list()
    {
        var reply = (await _anybody.Get("/health/ready")).Is(HttpStatusCode.OK);
        Assert.Equal("ready", (string?)reply.Json["status"]);
        Assert.Equal("reached", (string?)reply.Json["storage"]);
        Assert.Equal("active", (string?)reply.Json["engine"]);
        Assert.Equal(1, (long?)reply.Json["trustSequence"]);
    }
}
