using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Certification.Domain;
using Certification.Web.Access;
using Certification.Web.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Certification.Web.Tests.Rulebooks;

/// <summary>Business time is advanced here, so each test has a server of its own.</summary>
public sealed class RulesTakeEffectTests(AuthorityFixture authority) : IAsyncLifetime
{
    private WebApplication? _app;
    private HttpClient? _client;

    public async ValueTask InitializeAsync()
    {
        _app = await authority.Start("Development");
        _client = AuthorityFixture.Client(_app);
    }

    [Fact]
    public async Task An_adopted_version_takes_effect_without_a_restart_when_its_day_comes()
    {
        var name = await Adopted(ProposedRules.Body(days: 5));
        Assert.Equal("xa-1.0.0", await InForce());
        await Advance("P5D");
        Assert.Equal(name, await InForce());
    }

    [Fact]
    public async Task An_emergency_version_takes_effect_at_once_and_lapses_at_its_sunset()
    {
        var body = ProposedRules.Body(days: 0);
        body["emergency"] = new JsonObject
        {
            ["reason"] = "A weakness is being exploited.", ["sunset"] = TimeProvider.System.GetUtcNow().AddDays(3).ToString("O"),
        };
        Assert.Equal(await Adopted(body), await InForce());
        await Advance("P4D");
        Assert.Equal("xa-1.0.0", await InForce());
        Assert.Equal("lapsed", (string?)(await Get("/v1/rulebooks"))["items"]![0]!["standing"]);
    }

    [Fact]
    public async Task A_precheck_is_judged_by_the_version_in_force()
    {
        var body = ProposedRules.Body(days: 5, additions => additions["duties"]!.AsArray().Add(new JsonObject
        {
            ["code"] = "test-duty", ["title"] = "XA: answers letters", ["from"] = "minimal", ["effortHours"] = 1,
        }));
        await Adopted(body);
        Assert.DoesNotContain("test-duty", await Precheck());
        await Advance("P5D");
        Assert.Contains("test-duty", await Precheck());
    }

    public async ValueTask DisposeAsync()
    {
        _client!.Dispose();
        await _app!.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task<string> Adopted(JsonObject body)
    {
        var proposed = await Send("/v1/rulebooks/proposals", body.ToJsonString(), "ada", key: "k");
        var adopted = await Send(
            $"/v1/rulebooks/proposals/{proposed["id"]}/decision", """{"result":"adopted","reason":"Agreed."}""", "ben", ifMatch: "\"1\"");
        return (string)adopted["name"]!;
    }

    private async Task<string> InForce() => (string)(await Get("/v1/rulebooks"))["inForce"]!;

    private async Task<string> Precheck() => (await Send(
        "/v1/precheck", Encoding.UTF8.GetString(DomainJson.Bytes(new { Sample.Declaration, Evidence = Array.Empty<object>() })), "ada")).ToJsonString();

    private Task<JsonNode> Advance(string by) => Send("/dev/time", $$"""{"advance":"{{by}}"}""", "ada");

    private async Task<JsonNode> Get(string path) =>
        JsonNode.Parse(await _client!.GetStringAsync(path, TestContext.Current.CancellationToken))!;

    private async Task<JsonNode> Send(string path, string body, string officer, string? key = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer", _app!.Services.GetRequiredService<DevelopmentIssuer>().Issue("officer", officer, "XA", TimeSpan.FromMinutes(10)));
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        using var response = await _client!.SendAsync(request, TestContext.Current.CancellationToken);
        var reply = await Reply.Of(response);
        Assert.True(response.IsSuccessStatusCode, reply.Text);
        return reply.Json;
    }
}
