using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.Federation;
using Certification.Signing.StatusLists;
using Certification.Signing.Trust;
using Certification.Workflows.Activities;
using Certification.Workflows.Activities.Certificates;
using Certification.Workflows.Activities.Recognition;

namespace Certification.Hosting.Federation;

/// <summary>Other authorities over HTTP, at the addresses of the trust list.</summary>
internal sealed class HttpPeers(HttpClient http, CurrentTrust trust, SigningKeys keys, AuthorityProfile self) : IPeerAuthorities
{
    /// <inheritdoc/>
    public Task<byte[]?> FetchCertificate(string authority, string number, CancellationToken cancellation) =>
        Fetch(authority, new Uri($"{Peer(authority).Site}/certificates/{Uri.EscapeDataString(number)}.xml"), cancellation);

    /// <inheritdoc/>
    public async Task<string?> FetchStatusList(string authority, string uri, CancellationToken cancellation)
    {
        // Compared as parsed and normalised, so that "https://site.example.evil.example" and "/../" are no way around it.
        var site = new Uri(Peer(authority).Site + "/");
        if (!Uri.TryCreate(uri, UriKind.Absolute, out var address) || !site.IsBaseOf(address) || address.UserInfo.Length > 0) return null;
        return await FetchText(authority, address, cancellation);
    }

    /// <inheritdoc/>
    public Task<string?> FetchStatusRecord(string authority, CertificateNumber number, CancellationToken cancellation) =>
        FetchText(authority, new Uri($"{Peer(authority).Site}/{StatusPaths.Record(number)}"), cancellation);

    /// <inheritdoc/>
    public Task<string?> FetchLogProof(string authority, CertificateNumber number, CancellationToken cancellation) =>
        FetchText(authority, new Uri($"{Peer(authority).Site}/{PublishCertificate.ProofPathOf(number.Text)}"), cancellation);

    /// <inheritdoc/>
    public Task RequestRecognition(string authority, string number, CancellationToken cancellation) =>
        Post(authority, "recognition-requests", Json(new { number, issuer = self.Code }), [], cancellation);

    /// <inheritdoc/>
    public Task SendStatement(string authority, string statement, CancellationToken cancellation) =>
        Post(authority, "statements", new StringContent(statement, new MediaTypeHeaderValue(RecognitionStatements.MediaType)), [], cancellation);

    /// <inheritdoc/>
    public Task TellStatus(string authority, string number, string status, CancellationToken cancellation) =>
        // An authority that never judged the certificate, or has ended doing so, needs no news of it.
        Post(authority, "status-changes", Json(new { number, status }), [HttpStatusCode.NotFound, HttpStatusCode.Conflict], cancellation);

    private static ByteArrayContent Json<T>(T value) =>
        new(DomainJson.Bytes(value)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    private async Task<string?> FetchText(string authority, Uri address, CancellationToken cancellation) =>
        await Fetch(authority, address, cancellation) is { } content ? Encoding.UTF8.GetString(content) : null;

    private async Task<byte[]?> Fetch(string authority, Uri address, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var response = await Send(authority, request, cancellation);
        return response.StatusCode switch
        {
            HttpStatusCode.OK => await response.Content.ReadAsByteArrayAsync(cancellation),
            HttpStatusCode.NotFound => null,
            var status => throw new PeerUnreachableException(authority, $"GET {address} answered {(int)status}."),
        };
    }

    private async Task Post(
        string authority, string what, HttpContent content, HttpStatusCode[] alsoFine, CancellationToken cancellation)
    {
        var token = await FederationToken.CreateAsync(
            self.Code, authority, Guid.NewGuid().ToString("N"), TimeProvider.System.GetUtcNow(), keys.Federation, cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Peer(authority).Api}/v1/federation/{what}")
        {
            Content = content,
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
        };
        using var response = await Send(authority, request, cancellation);
        if (!response.IsSuccessStatusCode && !alsoFine.Contains(response.StatusCode))
        {
            throw new PeerUnreachableException(authority, $"POST {request.RequestUri} answered {(int)response.StatusCode}.");
        }
    }

    private async Task<HttpResponseMessage> Send(string authority, HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            return await http.SendAsync(request, cancellation);
        }
        catch (HttpRequestException failed)
        {
            throw new PeerUnreachableException(authority, failed.Message);
        }
        catch (TaskCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new PeerUnreachableException(authority, late.Message);
        }
    }

    private TrustedAuthority Peer(string authority) => trust.Snapshot.Authority(authority)
        ?? throw new PeerUnreachableException(authority, "the trust list does not name it.");
}
