namespace Certification.Hosting.Federation;

/// <summary>The HTTP client for calls to other authorities, who are not trusted to behave: no redirect takes us to an address
/// that the trust list does not name, and answers are capped in size and time.</summary>
internal static class PeerHttp
{
    private const int LargestAnswer = 1024 * 1024;

    internal static HttpClient CreateClient() => new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            MaxResponseHeadersLength = 32,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
    {
        Timeout = TimeSpan.FromSeconds(20),
        MaxResponseContentBufferSize = LargestAnswer,
    };
}
