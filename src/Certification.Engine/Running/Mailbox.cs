namespace Certification.Engine.Running;

/// <summary>Signals waiting for an agent, and whether somebody is at work on them: one at a time, and once closed never
/// again, so that a signal is either taken or its sender learns that it must find another agent.</summary>
internal sealed class Mailbox
{
    private readonly Lock _gate = new();
    private List<Signal> _signals = [];
    private bool _working;
    private bool _closed;

    /// <summary>Puts a signal in.</summary>
    /// <param name="start">True when the caller has to start the work.</param>
    /// <returns>False when the mailbox is closed.</returns>
    public bool TryPost(Signal signal, out bool start)
    {
        lock (_gate)
        {
            start = !_closed && !_working;
            if (_closed) return false;
            _signals.Add(signal);
            _working = true;
            return true;
        }
    }

    /// <summary>Takes all signals, possibly none.</summary>
    public IReadOnlyList<Signal> Take()
    {
        lock (_gate)
        {
            var taken = _signals;
            _signals = [];
            return taken;
        }
    }

    /// <summary>Pauses the work, or ends it for good if <paramref name="close"/>, unless there are signals again.</summary>
    public bool TryPause(bool close)
    {
        lock (_gate)
        {
            if (_signals.Count > 0) return false;
            (_working, _closed) = (false, close);
            return true;
        }
    }

    /// <summary>Refuses everything from now on; signals inside are dropped.</summary>
    public void Close()
    {
        lock (_gate) (_closed, _signals) = (true, []);
    }
}
