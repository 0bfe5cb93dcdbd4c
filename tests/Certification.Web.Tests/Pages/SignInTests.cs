using System.Net;
using Certification.Domain.Submissions;
using Certification.Web.Tests.Support;

namespace Certification.Web.Tests.Pages;

public sealed class SignInTests(AuthorityFixture authority)
{
    private readonly Person _applicant = Person.New(authority, "applicant");

    [Fact]
    public async Task A_page_for_the_signed_in_leads_to_the_sign_in_page()
    {
        var reply = await Get("/cases", null);
        Assert.Equal(HttpStatusCode.Redirect, reply.Status);
        Assert.Equal("/sign-in?returnTo=%2Fcases", reply.Headers["Location"].Single());
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_of_other_sites()
    {
        var cookie = (await SignIn("/cases", Origin)).Headers["Set-Cookie"].Single();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task With_the_cookie_the_applicant_reads_its_case()
    {
        var (id, _) = await Sample.At(authority, _applicant, SubmissionStatus.Draft);
        var page = (await Get($"/cases/{id}", $"token={_applicant.Token}")).Is(HttpStatusCode.OK);
        Assert.Contains("Who acts next", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_applicants_case_page_is_not_found()
    {
        var (id, _) = await Sample.At(authority, Person.New(authority, "applicant"), SubmissionStatus.Draft);
        (await Get($"/cases/{id}", $"token={_applicant.Token}")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_API_does_not_look_at_the_cookie() =>
        (await Get("/v1/submissions", $"token={_applicant.Token}")).IsProblem(401, "auth.token-missing");

    [Fact]
    public async Task A_sign_in_sent_from_another_site_is_refused() =>
        (await SignIn("/cases", "http://evil.test")).IsProblem(403, "auth.cross-site");

    [Theory]
    [InlineData("https://evil.test/")]
    [InlineData("//evil.test/")]
    [InlineData("/\\evil.test/")]
    [InlineData("javascript:alert(1)")]
    public async Task Signing_in_leads_nowhere_else(string returnTo) =>
        Assert.Equal("/cases", (await SignIn(returnTo, Origin)).Headers["Location"].Single());

    [Fact]
    public async Task What_applicants_write_is_text_in_pages_and_never_markup()
    {
        var opened = await Sample.Open(_applicant);
        var declaration = Sample.Declaration with { System = Sample.Declaration.System with { Name = "<script>alert(1)</script>" } };
        await _applicant.Send(HttpMethod.Put, $"/v1/submissions/{opened.Json["id"]}/declaration", declaration, opened.ETag);
        var page = await Get($"/cases/{opened.Json["id"]}", $"token={_applicant.Token}");
        Assert.DoesNotContain("<script", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", page.Text, StringComparison.Ordinal);
    }

    private string Origin => authority.Anybody.BaseAddress!.GetLeftPart(UriPartial.Authority);

    private async Task<Reply> Get(string path, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        using var response = await authority.Anybody.SendAsync(request, TestContext.Current.CancellationToken);
        return await Reply.Of(response);
    }

    private async Task<Reply> SignIn(string returnTo, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["token"] = _applicant.Token, ["returnTo"] = returnTo }),
        };
        request.Headers.Add("Origin", origin);
        using var response = await authority.Anybody.SendAsync(request, TestContext.Current.CancellationToken);
        return await Reply.Of(response);
    }
}
