using System.Diagnostics;
using Certification.Engine.Records;

namespace Certification.Engine.Leadership;

/// <summary>One node's leadership from an acquisition of the lease to its end. Counts on the monotonic clock, which runs
/// on while the process is stopped: a leader that wakes late knows that its lease has lapsed before it asks anybody.</summary>
internal sealed class LeadershipTerm : ILeadership
{
    /// <summary>The part of the lease kept back, for a write to arrive before the lease lapses at the other end.</summary>
    private const int SafetyDivisor = 5;

    private readonly Lock _gate = new();
    private readonly TimeSpan _usable;
    private long _until;
    private bool _ended;

    /// <summary>Counts from now: make it before the request that acquires the lease.</summary>
    public LeadershipTerm(TimeSpan leaseDuration)
    {
        _usable = leaseDuration - (leaseDuration / SafetyDivisor);
        ProlongFrom(Tick);
    }

    /// <summary>The monotonic clock.</summary>
    public static long Tick => Stopwatch.GetTimestamp();

    /// <inheritdoc/>
    public long Epoch { get; private set; }

    /// <summary>True while the lease is certainly held.</summary>
    public bool Holds => Tick < Interlocked.Read(ref _until);

    /// <summary>How long the lease is certainly held if it is not renewed; zero when it has lapsed.</summary>
    public TimeSpan Remaining
    {
        get
        {
            var (now, until) = (Tick, Interlocked.Read(ref _until));
            return until > now ? Stopwatch.GetElapsedTime(now, until) : TimeSpan.Zero;
        }
    }

    /// <summary>Sets the epoch that this term has.</summary>
    public void Begin(long epoch) => Epoch = epoch;

    /// <summary>The lease was renewed by a request sent at this tick. An answer that comes late takes nothing back, and
    /// does not revive a term that has ended.</summary>
    public void ProlongFrom(long tick)
    {
        lock (_gate)
        {
            if (!_ended) _until = Math.Max(_until, tick + (long)(_usable.TotalSeconds * Stopwatch.Frequency));
        }
    }

    /// <summary>Ends the term for good.</summary>
    public void End()
    {
        lock (_gate) (_ended, _until) = (true, 0);
    }

    /// <inheritdoc/>
    public void Demand()
    {
        if (!Holds) throw new LeadershipLostException();
    }
}
