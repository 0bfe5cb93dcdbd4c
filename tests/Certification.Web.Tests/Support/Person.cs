using System.Net.Http.Headers;
using System.Text;
using Certification.Domain;
using Certification.Web.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Certification.Web.Tests.Support;

/// <summary>Somebody with a token, who sends requests.</summary>
public sealed class Person(AuthorityFixture authority, string role, string name, string organisation)
{
    private readonly string _token = authority.Services.GetRequiredService<DevelopmentIssuer>()
        .Issue(role, name, organisation, TimeSpan.FromMinutes(10));

    /// <summary>As audit entries and cases name this person.</summary>
    public Actor Actor { get; } = new(authority.Services.GetRequiredService<DevelopmentIssuer>().Issuer, name, organisation, role);

    /// <summary>The bearer token.</summary>
    public string Token => _token;

    /// <summary>Somebody whose name and organisation no other test has.</summary>
    public static Person New(AuthorityFixture authority, string role) =>
        new(authority, role, $"{role}-{Guid.NewGuid():N}", $"org-{Guid.NewGuid():N}");

    /// <summary>Sends a request with a JSON value.</summary>
    public Task<Reply> Send(HttpMethod method, string path, object? body = null, string? ifMatch = null, string? key = null) =>
        SendText(method, path, body is null ? null : Encoding.UTF8.GetString(DomainJson.Bytes(body)), ifMatch, key);

    /// <summary>Reads.</summary>
    public Task<Reply> Get(string path) => Send(HttpMethod.Get, path);

    /// <summary>Posts a JSON value.</summary>
    public Task<Reply> Post(string path, object? body = null, string? ifMatch = null, string? key = null) =>
        Send(HttpMethod.Post, path, body, ifMatch, key);

    /// <summary>Sends a request with text as its JSON body, well-formed or not.</summary>
    public async Task<Reply> SendText(
        HttpMethod method, string path, string? body, string? ifMatch = null, string? key = null, string type = "application/json")
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (key is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, type);
        using var response = await authority.Anybody.SendAsync(request, TestContext.Current.CancellationToken);
        return await Reply.Of(response);
    }
}
