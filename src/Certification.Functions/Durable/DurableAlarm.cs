using Microsoft.DurableTask;

namespace Certification.Functions.Durable;

/// <summary>The one Durable timer of a run: set for its next deadline, and for a look at the inbox now and then, in case a
/// doorbell was lost. A deadline far away thus never becomes one long timer.</summary>
internal sealed class DurableAlarm(TaskOrchestrationContext durable)
{
    /// <summary>Durable timers fire up to a second early.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan FirstPatience = TimeSpan.FromMinutes(1);

    /// <summary>Each look leaves a few rows in the history: rarely enough for a certificate that lives for years.</summary>
    private static readonly TimeSpan LongestPatience = TimeSpan.FromDays(5);

    private TimeSpan _patience = FirstPatience;
    private DateTime _at;
    private Task? _timer;
    private CancellationTokenSource _stop = new();

    /// <summary>The timer, set no later than this instant.</summary>
    /// <param name="due">Real time; null for no deadline.</param>
    public Task For(DateTimeOffset? due)
    {
        var at = durable.CurrentUtcDateTime + _patience;
        if (due is { } deadline && deadline + Early < at) at = (deadline + Early).UtcDateTime;
        // An alarm that comes too soon costs a look; setting it anew at every step would cost a row each.
        if (_timer is not null && _at <= at) return _timer;
        Stop();
        (_stop, _at) = (new CancellationTokenSource(), at);
        return _timer = durable.CreateTimer(at, _stop.Token);
    }

    /// <summary>True when it has fired; the next one waits longer if it was only to look.</summary>
    public bool TryTake()
    {
        if (_timer is not { IsCompletedSuccessfully: true }) return false;
        _timer = null;
        var doubled = _patience + _patience;
        _patience = doubled < LongestPatience ? doubled : LongestPatience;
        return true;
    }

    /// <summary>Something happened: the next look without a bell comes soon again.</summary>
    public void Reset() => _patience = FirstPatience;

    /// <summary>Takes the timer back: an orchestration with a timer outstanding is not complete.</summary>
    public void Stop()
    {
        if (_timer is { IsCompleted: false }) _stop.Cancel();
        _stop.Dispose();
        _stop = new CancellationTokenSource();
        _timer = null;
    }
}
