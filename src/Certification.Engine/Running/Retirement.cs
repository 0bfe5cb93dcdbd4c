using System.Collections.Concurrent;
using Certification.Engine.Records;
using Microsoft.Extensions.Logging;

namespace Certification.Engine.Running;

/// <summary>Takes ended instances off the active index, many at a time and without hurry: one left there is found to have
/// ended at the next start.</summary>
internal sealed class Retirement
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly IInstanceStore _store;
    private readonly ILogger _log;
    private readonly CancellationToken _stop;
    private readonly ConcurrentQueue<string> _ended = new();

    public Retirement(IInstanceStore store, ILogger log, CancellationToken stop)
    {
        (_store, _log, _stop) = (store, log, stop);
        Ended = Task.Run(Work, CancellationToken.None);
    }

    /// <summary>Completes after the engine has stopped.</summary>
    public Task Ended { get; }

    /// <summary>Notes an instance that has ended.</summary>
    public void Add(string instanceId) => _ended.Enqueue(instanceId);

    private async Task Work()
    {
        while (!_stop.IsCancellationRequested)
        {
            await Task.Delay(Pause, _stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var batch = new List<string>();
            while (_ended.TryDequeue(out var id)) batch.Add(id);
            if (batch.Count == 0) continue;
            try
            {
                await _store.Retire(batch, _stop);
            }
            catch (Exception failure)
            {
                if (_stop.IsCancellationRequested) return;
                _log.RetireTrouble(failure);
            }
        }
    }
}
