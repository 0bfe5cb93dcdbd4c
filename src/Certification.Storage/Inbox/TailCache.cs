using System.Collections.Concurrent;

namespace Certification.Storage.Inbox;

/// <summary>The last position that this process saw taken in recently used inboxes, and the turn-taking of its appends.
/// A position may be behind the truth, which costs a read; it is never ahead, because rows are never removed.</summary>
internal sealed class TailCache
{
    private const int Capacity = 4096;

    private readonly ConcurrentDictionary<string, int> _tails = new();
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1))];

    /// <summary>The last position seen taken, or null when none is remembered.</summary>
    public int? Find(string instanceId) => _tails.TryGetValue(instanceId, out var tail) ? tail : null;

    /// <summary>Remembers a position; forgets everything when full, since forgetting costs one read an inbox.</summary>
    public void Set(string instanceId, int tail)
    {
        if (_tails.Count >= Capacity) _tails.Clear();
        _tails[instanceId] = tail;
    }

    /// <summary>Waits for this inbox's turn; dispose to pass it on.</summary>
    public async Task<IDisposable> Enter(string instanceId, CancellationToken cancellation)
    {
        var turn = _turns[(uint)string.GetHashCode(instanceId, StringComparison.Ordinal) % _turns.Length];
        await turn.WaitAsync(cancellation);
        return new Turn(turn);
    }

    private sealed class Turn(SemaphoreSlim semaphore) : IDisposable
    {
        public void Dispose() => semaphore.Release();
    }
}
