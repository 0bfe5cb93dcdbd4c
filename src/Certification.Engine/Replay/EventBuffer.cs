using Certification.Storage.Inbox;

namespace Certification.Engine.Replay;

/// <summary>Events that a run has received and not yet read, and waits that have no event yet, each in order.</summary>
internal sealed class EventBuffer
{
    private readonly List<InboxRow> _unread = [];
    private readonly List<Wait> _waits = [];

    /// <summary>Events nobody has read, in the order of their coming.</summary>
    public IReadOnlyList<InboxRow> Unread => [.. _unread];

    /// <summary>True when an event stands unread.</summary>
    public bool HasUnread => _unread.Count > 0;

    /// <summary>Names of the events being waited for, in the order of waiting.</summary>
    public IEnumerable<string> Waits => _waits.Select(wait => wait.Name);

    /// <summary>Gives an event to the first wait of its name, or keeps it.</summary>
    public void Deliver(InboxRow row)
    {
        var wait = _waits.Find(candidate => candidate.Name == row.Name);
        if (wait is null)
        {
            _unread.Add(row);
            return;
        }

        _waits.Remove(wait);
        wait.Arrival.SetResult(row.Payload);
    }

    /// <summary>The next event of a name: at once if one is kept, otherwise when it comes.</summary>
    public Wait Next(string name)
    {
        var wait = new Wait(name);
        var kept = _unread.Find(row => row.Name == name);
        if (kept is null)
        {
            _waits.Add(wait);
            return wait;
        }

        _unread.Remove(kept);
        wait.Arrival.SetResult(kept.Payload);
        return wait;
    }

    /// <summary>Takes a wait back, so that it swallows no event; no effect once it has one.</summary>
    public void Withdraw(Wait wait)
    {
        if (_waits.Remove(wait)) wait.Arrival.SetCanceled();
    }

    /// <summary>One wait for one event.</summary>
    internal sealed class Wait(string name)
    {
        public string Name { get; } = name;

        public TaskCompletionSource<string> Arrival { get; } = new();
    }
}
