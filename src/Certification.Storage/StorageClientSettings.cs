using Azure.Core;
using Azure.Core.Pipeline;

namespace Certification.Storage;

/// <summary>How the storage clients behave on the wire.</summary>
public sealed record StorageClientSettings
{
    /// <summary>Sees every single attempt, retries included. Fault tests put their faults here.</summary>
    public HttpPipelinePolicy? PerAttempt { get; init; }

    /// <summary>Replaces the HTTP transport; null for the SDK's own.</summary>
    public HttpPipelineTransport? Transport { get; init; }

    /// <summary>How often the SDK itself tries again on 408, 429, 5xx and broken connections.</summary>
    public int MaxRetries { get; init; } = 5;

    /// <summary>First wait of the SDK's exponential backoff. Short: a caller is waiting, and workflows retry by themselves.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Longest time without a byte from the service before an attempt counts as failed.</summary>
    public TimeSpan NetworkTimeout { get; init; } = TimeSpan.FromSeconds(60);

    internal TOptions Apply<TOptions>(TOptions options) where TOptions : ClientOptions
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = MaxRetries;
        options.Retry.Delay = RetryDelay;
        options.Retry.MaxDelay = TimeSpan.FromSeconds(3);
        options.Retry.NetworkTimeout = NetworkTimeout;
        options.Diagnostics.IsTelemetryEnabled = false;
        if (PerAttempt is not null)
        {
            options.AddPolicy(PerAttempt, HttpPipelinePosition.PerRetry);
        }

        if (Transport is not null)
        {
            options.Transport = Transport;
        }

        return options;
    }
}
