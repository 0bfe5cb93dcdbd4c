using System.Net.Http.Headers;
using System.Text.Json;
using Certification.Cli.Terminal;
using Certification.Domain;

namespace Certification.Cli.Http;

/// <summary>Talks to one authority's <c>/v1</c> API as one caller. The calls of each audience stand in a file of their own.</summary>
public sealed partial class AuthorityClient : IDisposable
{
    private readonly HttpClient _http;

    /// <summary>A client that does nothing until it is asked.</summary>
    /// <param name="authority">Its address.</param>
    /// <param name="token">Bearer token; null for what is public.</param>
    /// <param name="patience">How long to go on trying while the authority cannot be reached or answers 5xx.</param>
    public AuthorityClient(Uri authority, string? token, TimeSpan patience)
    {
        Address = authority;
        _http = new HttpClient(PatientHandler.Create(patience)) { BaseAddress = authority, Timeout = TimeSpan.FromMinutes(5) };
        if (token is not null) _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>The authority's address.</summary>
    public Uri Address { get; }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation) =>
        SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellation);

    private async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, HttpCompletionOption completion, CancellationToken cancellation)
    {
        HttpResponseMessage reply;
        try
        {
            reply = await _http.SendAsync(request, completion, cancellation);
        }
        catch (HttpRequestException unreachable)
        {
            throw new ProblemException(
                new Problem(
                    $"The authority cannot be reached: {unreachable.Message}", Address.ToString(),
                    "Start it (./run), or name another with --authority.", "authority.unreachable"),
                ExitCode.Undetermined);
        }
        if (reply.IsSuccessStatusCode) return reply;
        using (reply) throw await ProblemReply.ReadAsync(reply, cancellation);
    }

    private async Task<T> ReadAsync<T>(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var reply = await SendAsync(request, cancellation);
        return await ReadBodyAsync<T>(reply, cancellation);
    }

    private async Task<Tagged<T>> ReadTaggedAsync<T>(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var reply = await SendAsync(request, cancellation);
        return new Tagged<T>(await ReadBodyAsync<T>(reply, cancellation), reply.Headers.ETag?.ToString() ?? "");
    }

    private async Task<T> ReadBodyAsync<T>(HttpResponseMessage reply, CancellationToken cancellation)
    {
        var body = await reply.Content.ReadAsByteArrayAsync(cancellation);
        try
        {
            return DomainJson.Read<T>(body);
        }
        catch (JsonException malformed)
        {
            throw new ProblemException(
                new Problem(
                    $"The authority answered something else than this command understands: {malformed.Message}",
                    $"{reply.RequestMessage!.Method} {reply.RequestMessage.RequestUri}",
                    "Check that the address is an authority's, and that this command is of its version.", "authority.unknown-answer"),
                ExitCode.Internal);
        }
    }

    private static HttpRequestMessage Get(string path) => new(HttpMethod.Get, path);

    private static HttpRequestMessage Write<T>(HttpMethod method, string path, T body)
    {
        var content = new ByteArrayContent(DomainJson.Bytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new HttpRequestMessage(method, path) { Content = content };
    }

    private static HttpRequestMessage WithIfMatch(HttpRequestMessage request, string etag)
    {
        request.Headers.TryAddWithoutValidation("If-Match", etag);
        return request;
    }

    private static HttpRequestMessage WithIdempotencyKey(HttpRequestMessage request, string key)
    {
        request.Headers.Add("Idempotency-Key", key);
        return request;
    }
}
