namespace Certification.Signing.Log;

/// <summary>Appends to a log so that a kill at any point, and writers who do not know of each other, leave a log that verifies:
/// stage the tiles of a batch → sign → commit the new head by compare-and-swap → write the tiles → publish the checkpoint. What
/// was staged and not committed is never written as tiles; what was committed is finished by whoever comes next.</summary>
public sealed class TransparencyLog(string origin, ILogStore store, IReadOnlyList<INoteSigner> signers)
{
    private readonly LogFiles _files = new(origin, store);
    private readonly SemaphoreSlim _one = new(1);
    private TreeEdge _edge = TreeEdge.Empty;
    private string? _finished;

    /// <summary>Which log this is.</summary>
    public string Origin { get; } = origin;

    /// <summary>Appends a batch under one new checkpoint.</summary>
    /// <param name="entries">At least one.</param>
    /// <returns>The checkpoint that covers them, published, and the index of the first of them; the others follow it.</returns>
    /// <exception cref="InvalidDataException">The stored log is damaged: it does not have the root that it is committed to.</exception>
    public async Task<AppendedBatch> AppendAsync(IReadOnlyList<ReadOnlyMemory<byte>> entries, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfZero(entries.Count);
        await _one.WaitAsync(cancellationToken);
        try
        {
            while (true)
            {
                var head = await RecoverAsync(cancellationToken);
                var growth = (await EdgeOfAsync(head.Checkpoint, cancellationToken)).Append(entries);
                var next = new Checkpoint(Origin, growth.Edge.Size, growth.Edge.Root());
                var note = await next.SignAsync(signers, cancellationToken);
                if (await _files.CommitAsync(next, note, growth.Tiles, head.Version, cancellationToken))
                {
                    await _files.FinishAsync(next, note.ToString(), growth.Tiles, cancellationToken);
                    (_edge, _finished) = (growth.Edge, note.ToString());
                    return new(head.Checkpoint.Size, next, note);
                }
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Finishes what a killed process committed and did not publish, and makes the log when there is none.</summary>
    /// <returns>The checkpoint that is published now.</returns>
    public async Task<Checkpoint> OpenAsync(CancellationToken cancellationToken = default)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            return (await RecoverAsync(cancellationToken)).Checkpoint;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Where an entry stands, looked for from an index on: an append whose answer was lost is found so.</summary>
    /// <returns>Null when it is not there.</returns>
    public async Task<ulong?> FindAsync(ReadOnlyMemory<byte> entry, ulong from, CancellationToken cancellationToken = default)
    {
        var size = (await OpenAsync(cancellationToken)).Size;
        for (var first = from - (from % TilePath.FullWidth); first < size; first += TilePath.FullWidth)
        {
            var bundle = EntryBundle.Read(await _files.TileAsync(TilePath.Holding(TilePath.Entries, first, size), cancellationToken));
            var at = bundle.FindIndex(other => other.Span.SequenceEqual(entry.Span));
            if (at >= 0 && first + (ulong)at >= from)
            {
                return first + (ulong)at;
            }
        }

        return null;
    }

    /// <summary>Reads the tree of a published checkpoint, for proofs.</summary>
    public TreeReader Tree(ulong size, CancellationToken cancellationToken = default) =>
        new(size, path => _files.TileAsync(path, cancellationToken));

    private async Task<CommittedHead> RecoverAsync(CancellationToken cancellationToken)
    {
        var head = await _files.HeadAsync(cancellationToken);
        if (head is null)
        {
            // Of two that make the log at once one is first, and both go on from what it wrote.
            var empty = new Checkpoint(Origin, 0, MerkleHash.Empty());
            await _files.CommitAsync(empty, await empty.SignAsync(signers, cancellationToken), [], null, cancellationToken);
            head = await _files.HeadAsync(cancellationToken)
                ?? throw new InvalidDataException($"The head of the log {Origin} is gone as soon as it is written.");
        }

        if (_finished != head.Note)
        {
            await _files.FinishAsync(head.Checkpoint, head.Note, cancellationToken);
            _finished = head.Note;
        }

        return head;
    }

    private async Task<TreeEdge> EdgeOfAsync(Checkpoint head, CancellationToken cancellationToken)
    {
        var edge = _edge.Size == head.Size ? _edge : await TreeEdge.ReadAsync(head.Size, path => _files.TileAsync(path, cancellationToken));
        return edge.Root().AsSpan().SequenceEqual(head.Root.Span)
            ? edge
            : throw new InvalidDataException($"The tiles of the log {Origin} do not have the root of its head at {head.Size}.");
    }
}

/// <summary>A batch that stands in the log.</summary>
/// <param name="First">Index of its first entry.</param>
/// <param name="Checkpoint">The published checkpoint that covers it.</param>
/// <param name="Note">The same with its signatures.</param>
public sealed record AppendedBatch(ulong First, Checkpoint Checkpoint, SignedNote Note);
