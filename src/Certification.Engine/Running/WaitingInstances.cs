namespace Certification.Engine.Running;

/// <summary>All that is kept in memory of an instance that waits: its id, its earliest timer and how far its inbox has
/// been read. Some two hundred bytes.</summary>
internal sealed class WaitingInstances
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (long Due, int Tail)> _instances = [];
    private readonly SortedSet<(long Due, string Id)> _timers = [];

    /// <summary>The earliest timer of all, in business time.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_gate) return _timers.Count == 0 ? null : new DateTimeOffset(_timers.Min.Due, TimeSpan.Zero);
        }
    }

    /// <summary>Remembers where an instance stands.</summary>
    /// <returns>True when its timer is now the earliest of all.</returns>
    public bool Set(string instanceId, DateTimeOffset? due, int tail)
    {
        lock (_gate)
        {
            var ticks = due?.UtcTicks ?? 0;
            Forget(instanceId);
            _instances[instanceId] = (ticks, tail);
            return ticks != 0 && _timers.Add((ticks, instanceId)) && _timers.Min.Id == instanceId;
        }
    }

    /// <summary>The same, unless something newer is known.</summary>
    public void SetIfUnknown(string instanceId, DateTimeOffset? due, int tail)
    {
        lock (_gate)
        {
            if (!_instances.ContainsKey(instanceId)) Set(instanceId, due, tail);
        }
    }

    /// <summary>Forgets an instance that has ended.</summary>
    public void Remove(string instanceId)
    {
        lock (_gate) Forget(instanceId);
    }

    /// <summary>A position known to be taken in the instance's inbox; null for an instance that is not known.</summary>
    public int? TailOf(string instanceId)
    {
        lock (_gate) return _instances.TryGetValue(instanceId, out var known) ? known.Tail : null;
    }

    /// <summary>Instances with a timer due, each named once until it is set again.</summary>
    public IReadOnlyList<string> TakeDue(DateTimeOffset now)
    {
        var due = new List<string>();
        lock (_gate)
        {
            while (_timers.Count > 0 && _timers.Min.Due <= now.UtcTicks)
            {
                var first = _timers.Min;
                _timers.Remove(first);
                _instances[first.Id] = (0, _instances[first.Id].Tail);
                due.Add(first.Id);
            }
        }

        return due;
    }

    private void Forget(string instanceId)
    {
        if (_instances.Remove(instanceId, out var known) && known.Due != 0) _timers.Remove((known.Due, instanceId));
    }
}
