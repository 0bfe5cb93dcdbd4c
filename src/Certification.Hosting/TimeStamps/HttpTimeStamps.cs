using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using Certification.Domain;
using Certification.Hosting.Settings;
using Certification.Signing.TimeStamps;
using Certification.Workflows.Activities.Certificates;

namespace Certification.Hosting.TimeStamps;

/// <summary>A time-stamping authority over HTTP (RFC 3161 §3.4). It learns a digest, and nothing it says is believed before it
/// is verified.</summary>
internal sealed class HttpTimeStamps : ITimeStampAuthority, IDisposable
{
    private const int LargestAnswer = 64 * 1024;
    private readonly Uri? _url;
    private readonly HttpClient _http;

    internal HttpTimeStamps(TimeStampsSection settings, TimeSpan patience)
    {
        _url = settings.Url is null ? null : new Uri(settings.Url);
        Roots = [.. settings.Roots()];
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            Timeout = patience,
            MaxResponseContentBufferSize = LargestAnswer,
        };
    }

    /// <inheritdoc/>
    public IReadOnlyList<X509Certificate2> Roots { get; }

    /// <inheritdoc/>
    public async Task<byte[]> Stamp(Sha256Digest digest, CancellationToken cancellation)
    {
        var query = TimeStampQuery.Of(digest);
        var answer = await Ask(query, cancellation);
        return query.Accept(answer, Roots, out var fault) ?? throw new NoTimeStampException(fault!);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<byte[]> Ask(TimeStampQuery query, CancellationToken cancellation)
    {
        using var content = new ByteArrayContent(query.Bytes()) { Headers = { ContentType = new MediaTypeHeaderValue(TimeStampQuery.MediaType) } };
        try
        {
            using var answer = await _http.PostAsync(_url, content, cancellation);
            return answer.IsSuccessStatusCode
                ? await answer.Content.ReadAsByteArrayAsync(cancellation)
                : throw Unavailable($"it answered {(int)answer.StatusCode}");
        }
        catch (HttpRequestException failed)
        {
            throw Unavailable(failed.Message);
        }
        catch (TaskCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw Unavailable(late.Message);
        }
    }

    private NoTimeStampException Unavailable(string why) =>
        new(new("time-stamp.unavailable", $"The time-stamping authority {_url} gave no answer: {why}"));
}
