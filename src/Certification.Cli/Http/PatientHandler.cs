using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Certification.Cli.Http;

/// <summary>Retries what failed in transit. Every change carries an Idempotency-Key or an If-Match, so that a retry after a
/// lost reply is either answered as the first try was or refused as stale, and never done twice.</summary>
public static class PatientHandler
{
    /// <summary>Retries connection failures and 5xx with growing pauses of at most 2 s until <paramref name="patience"/> is over.</summary>
    public static HttpMessageHandler Create(TimeSpan patience)
    {
        // Redirects are refused: an authority's own address is the only one that its token may go to.
        var transport = new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(5) };
        if (patience <= TimeSpan.Zero) return transport;
        var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = (int)Math.Ceiling(patience.TotalSeconds) + 4,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(100),
                MaxDelay = TimeSpan.FromSeconds(1),
                UseJitter = true,
            })
            .Build();
        return new ResilienceHandler(pipeline) { InnerHandler = new WholeReplies { InnerHandler = transport } };
    }

    /// <summary>Reads every reply to its end, so that one that breaks off in its body is retried like one that never came.</summary>
    private sealed class WholeReplies : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
        {
            var reply = await base.SendAsync(request, cancellation);
            await reply.Content.LoadIntoBufferAsync(cancellation);
            return reply;
        }
    }
}
