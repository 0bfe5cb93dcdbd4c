namespace Certification.Engine.Running;

/// <summary>Wakes instances whose timer is due. Sleeps on the business clock's own timer, and looks every quarter of a
/// second of real time as well, because a business clock that is set forward fires no timer by itself.</summary>
internal sealed class BusinessClock
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);

    private readonly TimeProvider _time;
    private readonly WaitingInstances _waiting;
    private readonly Action<string> _wake;
    private readonly CancellationToken _stop;
    private readonly SemaphoreSlim _look = new(0);
    private volatile bool _waking;

    public BusinessClock(TimeProvider time, WaitingInstances waiting, Action<string> wake, CancellationToken stop)
    {
        (_time, _waiting, _wake, _stop) = (time, waiting, wake, stop);
        Ended = Task.Run(Watch, CancellationToken.None);
    }

    /// <summary>Completes after the engine has stopped.</summary>
    public Task Ended { get; }

    /// <summary>False while instances are being woken: they are then neither due nor at work.</summary>
    public bool Idle => !_waking;

    /// <summary>Looks now.</summary>
    public void Look() => _look.Release();

    private async Task Watch()
    {
        using var timer = _time.CreateTimer(_ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        while (!_stop.IsCancellationRequested)
        {
            _waking = true;
            foreach (var id in _waiting.TakeDue(_time.GetUtcNow())) _wake(id);
            _waking = false;
            if (_waiting.NextDue is { } due) timer.Change(SleepUntil(due), Timeout.InfiniteTimeSpan);
            await _look.WaitAsync(Poll, CancellationToken.None);
        }
    }

    private TimeSpan SleepUntil(DateTimeOffset due)
    {
        var sleep = due - _time.GetUtcNow();
        return sleep < TimeSpan.Zero ? TimeSpan.Zero : sleep < LongestSleep ? sleep : LongestSleep;
    }
}
