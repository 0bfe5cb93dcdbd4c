using System.Runtime.ExceptionServices;
using Azure;

namespace Certification.Engine.Tables;

/// <summary>How often a write is tried again after the SDK's own retries are spent.</summary>
internal static class StorageRetry
{
    private const int Attempts = 5;

    /// <summary>Waits before the next attempt, in real time.</summary>
    /// <exception cref="RequestFailedException">The failure itself, when it is not transient or has lasted too long.</exception>
    public static Task Pause(RequestFailedException failure, int attempt, CancellationToken cancellation)
    {
        // 409 and 412 come here only if the row shows that nothing of ours went down and nobody else changed it: the
        // first attempt's refusal was overtaken, and the same write may be made again.
        var transient = failure.Status is 0 or 408 or 409 or 412 or 429 or >= 500;
        if (!transient || attempt >= Attempts) ExceptionDispatchInfo.Throw(failure);
        return Task.Delay(TimeSpan.FromMilliseconds(50 << attempt), cancellation);
    }
}
