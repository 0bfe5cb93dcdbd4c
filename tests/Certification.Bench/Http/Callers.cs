using System.Diagnostics;
using System.Net.Http.Headers;

namespace Certification.Bench.Http;

/// <summary>Callers that each post one body over a connection of their own, wait for the answer, and post it again.</summary>
internal sealed class Callers(Uri address, byte[] body, string contentType, int count) : IDisposable
{
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = count, UseProxy = false, UseCookies = false });

    /// <summary>Calls for a while, each caller at least once.</summary>
    /// <param name="isRight">What every answer's text must be.</param>
    /// <returns>How long each call took, in microseconds, ascending; and the calls in a second of all callers together.</returns>
    public async Task<(double[] Latencies, double PerSecond)> Run(TimeSpan time, Predicate<string> isRight)
    {
        var (start, answers) = (Stopwatch.GetTimestamp(), new List<double>[count]);
        await Task.WhenAll(Enumerable.Range(0, count).Select(caller => Task.Run(async () =>
        {
            answers[caller] = [];
            do
            {
                var sent = Stopwatch.GetTimestamp();
                var text = await Call();
                answers[caller].Add(Stopwatch.GetElapsedTime(sent).TotalMicroseconds);
                if (!isRight(text)) throw new InvalidOperationException($"{address} answered: {text}");
            }
            while (Stopwatch.GetElapsedTime(start) < time);
        })));
        var elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double[] latencies = [.. answers.SelectMany(calls => calls).Order()];
        return (latencies, latencies.Length / elapsed);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<string> Call()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        using var reply = await _http.SendAsync(request, CancellationToken.None);
        return await reply.Content.ReadAsStringAsync();
    }
}
