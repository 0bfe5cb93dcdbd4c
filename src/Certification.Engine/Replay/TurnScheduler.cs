namespace Certification.Engine.Replay;

/// <summary>Runs workflow code on one thread at a time, to the point where it waits. Whatever tries to continue it from
/// elsewhere shows that it awaited something outside its context, which replay could not repeat: that work is dropped
/// and the run is marked as strayed.</summary>
internal sealed class TurnScheduler(Action onStray) : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Work, object? State)> _work = new();
    private volatile int _thread;
    private volatile bool _strayed;

    /// <summary>True after workflow code was continued by anything else than an answer of its context.</summary>
    public bool Strayed => _strayed;

    /// <summary>True for code that the present turn runs.</summary>
    public bool OnTurn => _thread == Environment.CurrentManagedThreadId && Current == this;

    /// <summary>Runs one turn: the action, and everything that becomes ready through it.</summary>
    public void Run(Action action)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        _thread = Environment.CurrentManagedThreadId;
        try
        {
            action();
            while (_work.TryDequeue(out var next)) next.Work(next.State);
        }
        finally
        {
            _thread = 0;
            SetSynchronizationContext(outer);
        }
    }

    /// <summary>Marks the run as strayed and wakes its agent, which fails the instance.</summary>
    public void Stray()
    {
        _strayed = true;
        onStray();
    }

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        if (OnTurn) _work.Enqueue((d, state));
        else Stray();
    }

    /// <inheritdoc/>
    public override void Send(SendOrPostCallback d, object? state)
    {
        if (OnTurn) d(state);
        else Stray();
    }

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;
}
