using System.Diagnostics;

namespace Certification.Engine.Telemetry;

/// <summary>One attempt of an activity, measured until disposed. It counts as cancelled unless somebody says how it ended.</summary>
internal sealed class TracedAttempt(string activity, Activity? span) : IDisposable
{
    private readonly long _begun = Stopwatch.GetTimestamp();
    private string _outcome = "cancelled";

    /// <summary>The activity has its result.</summary>
    public void Completed() => _outcome = "completed";

    /// <summary>The attempt failed. Of the error only the type is told: its message may quote evidence.</summary>
    public void Failed(Exception error)
    {
        _outcome = "failed";
        span?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", error.GetType().FullName);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        EngineTelemetry.CountAttempt(activity, _outcome, Stopwatch.GetElapsedTime(_begun));
        span?.Dispose();
    }
}
