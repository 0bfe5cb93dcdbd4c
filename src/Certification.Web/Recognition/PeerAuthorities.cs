using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Certification.Domain;
using Certification.Signing.Federation;
using Certification.Signing.Trust;
using Certification.Workflows.Activities;
using Certification.Workflows.Activities.Recognition;

namespace Certification.Web.Recognition;

/// <summary>Talks to other authorities over HTTP. Only addresses that the trust list names are called, no redirect is
/// followed, and nothing larger or slower than the limits is read.</summary>
/// <param name="http">Made by <see cref="NewClient"/>.</param>
public sealed class PeerAuthorities(HttpClient http, TrustStore trust, SigningKeys keys, AuthorityProfile self) : IPeerAuthorities
{
    private const int LargestAnswer = 4 * 1024 * 1024;
    private static readonly TimeSpan SlowestAnswer = TimeSpan.FromSeconds(20);

    /// <summary>A client with the limits that other authorities are read with.</summary>
    public static HttpClient NewClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = SlowestAnswer,
        MaxResponseContentBufferSize = LargestAnswer,
    };

    /// <inheritdoc/>
    public Task<byte[]?> FetchCertificate(string authority, string number, CancellationToken cancellation) =>
        Fetch(authority, $"{Known(authority).Site}/certificates/{Uri.EscapeDataString(number)}.xml", cancellation);

    /// <inheritdoc/>
    public async Task<string?> FetchStatusList(string authority, string uri, CancellationToken cancellation)
    {
        // The address stands in a document: it is followed only where the trust list says that this authority publishes.
        if (!uri.StartsWith(Known(authority).Site + "/", StringComparison.Ordinal) || uri.Contains("..", StringComparison.Ordinal)) return null;
        var found = await Fetch(authority, uri, cancellation);
        return found is null ? null : Encoding.ASCII.GetString(found);
    }

    /// <inheritdoc/>
    public Task RequestRecognition(string authority, string number, CancellationToken cancellation) =>
        Post(authority, "recognition-requests", JsonContent.Create(new { number, issuer = self.Code }, options: DomainJson.Options), cancellation);

    /// <inheritdoc/>
    public Task SendStatement(string authority, string statement, CancellationToken cancellation) =>
        Post(authority, "statements", new StringContent(statement, Encoding.ASCII, RecognitionStatements.MediaType), cancellation);

    /// <inheritdoc/>
    public Task TellStatus(string authority, string number, string status, CancellationToken cancellation) =>
        Post(authority, "status-changes", JsonContent.Create(new { number, status }, options: DomainJson.Options), cancellation);

    private async Task<byte[]?> Fetch(string authority, string uri, CancellationToken cancellation)
    {
        using var answer = await Send(authority, new HttpRequestMessage(HttpMethod.Get, uri), cancellation);
        if (answer.StatusCode == HttpStatusCode.NotFound) return null;
        Require(authority, answer);
        return await answer.Content.ReadAsByteArrayAsync(cancellation);
    }

    private async Task Post(string authority, string resource, HttpContent content, CancellationToken cancellation)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{Known(authority).Api}/v1/federation/{resource}") { Content = content };
        var token = await FederationToken.CreateAsync(
            self.Code, authority, Guid.NewGuid().ToString("N"), DateTimeOffset.UtcNow, keys.Federation, cancellation);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await Send(authority, request, cancellation);
        Require(authority, answer);
    }

    private async Task<HttpResponseMessage> Send(string authority, HttpRequestMessage request, CancellationToken cancellation)
    {
        using (request)
        {
            try
            {
                return await http.SendAsync(request, cancellation);
            }
            catch (Exception failed) when (failed is HttpRequestException || (failed is TaskCanceledException && !cancellation.IsCancellationRequested))
            {
                throw new PeerUnreachableException(authority, failed.Message);
            }
        }
    }

    private static void Require(string authority, HttpResponseMessage answer)
    {
        if (!answer.IsSuccessStatusCode)
        {
            throw new PeerUnreachableException(authority, $"it answered {(int)answer.StatusCode}.");
        }
    }

    private TrustedAuthority Known(string authority) => trust.Authority(authority)
        ?? throw new PeerUnreachableException(authority, "the trust list does not name it.");
}
