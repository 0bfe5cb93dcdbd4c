using System.Threading.Channels;

namespace Certification.Signing.Log;

/// <summary>Gathers entries that come at about the same time, so that one checkpoint covers them all.</summary>
/// <param name="window">How long the first of a batch waits for others.</param>
public sealed class LogBatcher(TransparencyLog log, TimeProvider time, TimeSpan window) : IAsyncDisposable
{
    /// <summary>Most entries of one batch.</summary>
    public const int LargestBatch = 1024;

    private readonly Channel<Waiting> _queue = Channel.CreateBounded<Waiting>(8 * LargestBatch);
    private readonly Lock _start = new();
    private Task? _loop;

    /// <summary>Adds an entry; completes when a published checkpoint covers it.</summary>
    /// <returns>The proof that it is there.</returns>
    public async Task<LogProof> AddAsync(ReadOnlyMemory<byte> entry, CancellationToken cancellationToken = default)
    {
        lock (_start)
        {
            _loop ??= Task.Run(LoopAsync, CancellationToken.None);
        }

        var waiting = new Waiting(entry, new(TaskCreationOptions.RunContinuationsAsynchronously));
        await _queue.Writer.WriteAsync(waiting, cancellationToken);
        return await waiting.Done.Task.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await (_loop ?? Task.CompletedTask);
    }

    private async Task LoopAsync()
    {
        while (await _queue.Reader.WaitToReadAsync())
        {
            await Task.Delay(window, time);
            var batch = new List<Waiting>();
            while (batch.Count < LargestBatch && _queue.Reader.TryRead(out var waiting))
            {
                batch.Add(waiting);
            }

            await AppendAsync(batch);
        }
    }

    // A batch that fails fails for all who wait in it, each of whom may try again; the log goes on with the next.
    private async Task AppendAsync(List<Waiting> batch)
    {
        try
        {
            var appended = await log.AppendAsync([.. batch.Select(waiting => waiting.Entry)]);
            var tree = log.Tree(appended.Checkpoint.Size);
            foreach (var (index, waiting) in batch.Index())
            {
                var proof = await tree.ProveInclusionAsync(appended.First + (ulong)index);
                waiting.Done.SetResult(new(proof.Index, proof.Path, appended.Note.ToString()));
            }
        }
        catch (Exception fault)
        {
            foreach (var waiting in batch)
            {
                waiting.Done.TrySetException(fault);
            }
        }
    }

    private sealed record Waiting(ReadOnlyMemory<byte> Entry, TaskCompletionSource<LogProof> Done);
}
