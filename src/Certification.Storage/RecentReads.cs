using System.Collections.Concurrent;

namespace Certification.Storage;

/// <summary>Reads that were made a moment ago, shared by all who ask for the same: many strangers verify one certificate, and each
/// would read the same files. Bounded and thread-safe.</summary>
/// <param name="life">How long a read is good for; what others write is seen that much later.</param>
public sealed class RecentReads<T>(TimeSpan life)
{
    private const int Most = 1_000;
    private readonly ConcurrentDictionary<string, (Task<T> Read, long At)> _reads = new(StringComparer.Ordinal);

    /// <summary>What was read a moment ago, else what is read now.</summary>
    /// <param name="read">Serves everybody who waits, so the token of one of them does not end it.</param>
    public Task<T> Get(string key, Func<Task<T>> read, CancellationToken cancellation)
    {
        var now = Environment.TickCount64;
        if (!_reads.TryGetValue(key, out var known) || now - known.At >= life.TotalMilliseconds || known.Read.IsFaulted)
        {
            if (_reads.Count >= Most) _reads.Clear();
            _reads[key] = known = (read(), now);
        }
        return known.Read.IsCompletedSuccessfully ? known.Read : known.Read.WaitAsync(cancellation);
    }

    /// <summary>Reads anew the next time, because it was written here.</summary>
    public void Forget(string key) => _reads.TryRemove(key, out _);
}
