using System.Text;

namespace Certification.Signing.Log;

/// <summary>Appends to a log so that a kill at any point, and writers who do not know of each other, leave a log that verifies:
/// stage the tiles of a batch → sign → commit the new head by compare-and-swap → write the tiles → publish the checkpoint. What
/// was staged and not committed is never written as tiles; what was committed is finished by whoever comes next.</summary>
public sealed class TransparencyLog(string origin, ILogStore store, IReadOnlyList<INoteSigner> signers)
{
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
                var (head, version) = await RecoverAsync(cancellationToken);
                var growth = (await EdgeOfAsync(head, cancellationToken)).Append(entries);
                var next = new Checkpoint(Origin, growth.Edge.Size, growth.Edge.Root());
                var note = await next.SignAsync(signers, cancellationToken);
                await store.WriteAsync(LogPaths.Staged(next), StagedTiles.Write(growth.Tiles), cancellationToken);
                if (await store.ReplaceAsync(LogPaths.Head, Encoding.UTF8.GetBytes(note.ToString()), version, cancellationToken))
                {
                    await FinishAsync(next, note.ToString(), growth.Tiles.Select(tile => (tile.Path.ToString(), tile.Content)), cancellationToken);
                    _edge = growth.Edge;
                    return new(head.Size, next, note);
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
            return (await RecoverAsync(cancellationToken)).Head;
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
            var bundle = EntryBundle.Read(await ReadTileAsync(TilePath.Holding(TilePath.Entries, first, size), cancellationToken));
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
        new(size, path => ReadTileAsync(path, cancellationToken));

    private async Task<(Checkpoint Head, string Version)> RecoverAsync(CancellationToken cancellationToken)
    {
        var stored = await store.ReadAsync(LogPaths.Head, cancellationToken);
        if (stored is null)
        {
            var empty = await new Checkpoint(Origin, 0, MerkleHash.Empty()).SignAsync(signers, cancellationToken);
            await store.ReplaceAsync(LogPaths.Head, Encoding.UTF8.GetBytes(empty.ToString()), null, cancellationToken);
            stored = await store.ReadAsync(LogPaths.Head, cancellationToken)
                ?? throw new InvalidDataException($"The head of the log {Origin} is gone as soon as it is written.");
        }

        var note = Encoding.UTF8.GetString(stored.Content);
        var head = Parse(note);
        if (_finished != note)
        {
            var staged = head.Size == 0 ? null : await store.ReadAsync(LogPaths.Staged(head), cancellationToken);
            await FinishAsync(head, note, staged is null ? [] : StagedTiles.Read(staged.Content), cancellationToken);
        }

        return (head, stored.Version);
    }

    private async Task FinishAsync(
        Checkpoint head, string note, IEnumerable<(string Path, byte[] Content)> tiles, CancellationToken cancellationToken)
    {
        await Task.WhenAll(tiles.Select(tile => store.WriteAsync(tile.Path, tile.Content, cancellationToken)));
        await PublishAsync(head, note, cancellationToken);
        _finished = note;
    }

    // A process that was paused between commit and publication must not publish its checkpoint over a later one.
    private async Task PublishAsync(Checkpoint head, string note, CancellationToken cancellationToken)
    {
        while (true)
        {
            var published = await store.ReadAsync(LogPaths.Checkpoint, cancellationToken);
            if ((published is not null && Parse(Encoding.UTF8.GetString(published.Content)).Size >= head.Size)
                || await store.ReplaceAsync(LogPaths.Checkpoint, Encoding.UTF8.GetBytes(note), published?.Version, cancellationToken))
            {
                return;
            }
        }
    }

    private async Task<TreeEdge> EdgeOfAsync(Checkpoint head, CancellationToken cancellationToken)
    {
        var edge = _edge.Size == head.Size ? _edge : await TreeEdge.ReadAsync(head.Size, path => ReadTileAsync(path, cancellationToken));
        return edge.Root().AsSpan().SequenceEqual(head.Root.Span)
            ? edge
            : throw new InvalidDataException($"The tiles of the log {Origin} do not have the root of its head at {head.Size}.");
    }

    private async Task<byte[]> ReadTileAsync(TilePath path, CancellationToken cancellationToken) =>
        (await store.ReadAsync(path.ToString(), cancellationToken))?.Content
            ?? throw new InvalidDataException($"The log {Origin} has no file {path}.");

    private Checkpoint Parse(string note) =>
        SignedNote.TryParse(note, out var parsed) && Checkpoint.TryParse(parsed.Text, out var checkpoint) && checkpoint.Origin == Origin
            ? checkpoint
            : throw new InvalidDataException($"What is stored for the log {Origin} is no checkpoint of it.");
}

/// <summary>A batch that stands in the log.</summary>
/// <param name="First">Index of its first entry.</param>
/// <param name="Checkpoint">The published checkpoint that covers it.</param>
/// <param name="Note">The same with its signatures.</param>
public sealed record AppendedBatch(ulong First, Checkpoint Checkpoint, SignedNote Note);
