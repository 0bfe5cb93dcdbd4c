using System.Net;
using System.Text;
using Certification.Functions.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Certification.Functions.Tests.Http;

/// <summary>An outer application hands every request to an inner one, as the HTTP function does.</summary>
public sealed class FunctionsServerTests : IAsyncLifetime
{
    private readonly FunctionsServer _server = new();
    private WebApplication _inner = null!;
    private WebApplication _outer = null!;
    private HttpClient _http = null!;

    public async ValueTask InitializeAsync()
    {
        var inner = WebApplication.CreateSlimBuilder();
        inner.Services.AddSingleton<IServer>(_server);
        _inner = inner.Build();
        _inner.MapGet("/who/{name}", (string name, HttpContext context) =>
            $"{name} {context.GetEndpoint()!.DisplayName!.Contains("who", StringComparison.Ordinal)} {context.Items.Count} {context.User.Identity?.Name}");
        _inner.MapGet("/empty", (HttpContext context) =>
        {
            context.Response.OnStarting(() =>
            {
                context.Response.Headers["X-Late"] = "set at the start";
                return Task.CompletedTask;
            });
            return Results.NoContent();
        });
        _inner.MapGet("/fails", string () => throw new InvalidOperationException("inside"));
        _inner.MapPost("/echo", async (HttpContext context) => await context.Request.Body.CopyToAsync(context.Response.Body));
        await _inner.StartAsync();

        var outer = WebApplication.CreateSlimBuilder();
        outer.WebHost.UseTestServer();
        _outer = outer.Build();
        _outer.Map("{*path}", async context =>
        {
            context.Items["outer"] = "cached outside";
            context.User = new(new System.Security.Claims.ClaimsIdentity([new("name", "outsider")], "outer", "name", "role"));
            await _server.Process(context);
        });
        await _outer.StartAsync();
        _http = _outer.GetTestClient();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _outer.DisposeAsync();
        await _inner.DisposeAsync();
    }

    [Fact]
    public async Task The_inner_application_routes_and_decides_by_itself() =>
        Assert.Equal("regulator True 0 ", await _http.GetStringAsync("/who/regulator"));

    [Fact]
    public async Task Bodies_stream_both_ways()
    {
        var body = new string('é', 3_000_000);
        using var answer = await _http.PostAsync("/echo", new StringContent(body, Encoding.UTF8));
        Assert.Equal(body, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_empty_answer_starts_while_its_context_is_alive()
    {
        using var answer = await _http.GetAsync("/empty");
        Assert.Equal((HttpStatusCode.NoContent, "set at the start"), (answer.StatusCode, answer.Headers.GetValues("X-Late").Single()));
    }

    [Fact]
    public async Task What_the_inner_application_does_not_know_is_its_404()
    {
        using var answer = await _http.GetAsync("/nowhere");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_failure_nobody_caught_reaches_the_host() =>
        Assert.Equal("inside", (await Assert.ThrowsAsync<InvalidOperationException>(() => _http.GetAsync("/fails"))).Message);

    [Fact]
    public async Task A_request_before_the_start_is_refused()
    {
        using var early = new FunctionsServer();
        await Assert.ThrowsAsync<InvalidOperationException>(() => early.Process(new DefaultHttpContext(new FeatureCollection())));
    }
}
