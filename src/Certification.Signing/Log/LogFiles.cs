using System.Text;

namespace Certification.Signing.Log;

/// <summary>The head that a log is committed to, and the version that it has in storage.</summary>
internal sealed record CommittedHead(Checkpoint Checkpoint, string Note, string Version);

/// <summary>The files of one log: staged, committed, finished, in this order.</summary>
internal sealed class LogFiles(string origin, ILogStore store)
{
    /// <summary>The head; null when there is no log yet.</summary>
    public async Task<CommittedHead?> HeadAsync(CancellationToken cancellationToken) =>
        await store.ReadAsync(LogPaths.Head, cancellationToken) is { } stored
            ? new(Parse(stored), Encoding.UTF8.GetString(stored.Content), stored.Version)
            : null;

    /// <summary>Stages the tiles that lead to a checkpoint, and commits the log to it.</summary>
    /// <param name="version">Of the head that this one follows; null for the first.</param>
    /// <returns>False when another writer was faster; then nothing happened.</returns>
    public async Task<bool> CommitAsync(
        Checkpoint next, SignedNote note, IReadOnlyList<Tile> tiles, string? version, CancellationToken cancellationToken)
    {
        await store.WriteAsync(LogPaths.Staged(next), StagedTiles.Write(tiles), cancellationToken);
        return await store.ReplaceAsync(LogPaths.Head, Encoding.UTF8.GetBytes(note.ToString()), version, cancellationToken);
    }

    /// <summary>Writes the staged tiles of a committed head and publishes its checkpoint.</summary>
    /// <exception cref="InvalidDataException">They are gone and the checkpoint was not published: it would cover nothing.</exception>
    public async Task FinishAsync(Checkpoint head, string note, CancellationToken cancellationToken)
    {
        var published = await store.ReadAsync(LogPaths.Checkpoint, cancellationToken);
        var staged = await store.ReadAsync(LogPaths.Staged(head), cancellationToken);
        if (staged is not null)
        {
            await WriteAsync(StagedTiles.Read(staged.Content), cancellationToken);
        }
        else if (published is null || Parse(published) != head)
        {
            throw new InvalidDataException($"The log {origin} is committed to {head.Size} entries, and the tiles that lead there are gone.");
        }

        await PublishAsync(head, note, published, cancellationToken);
    }

    /// <summary>The same with the tiles still at hand.</summary>
    public async Task FinishAsync(Checkpoint head, string note, IReadOnlyList<Tile> tiles, CancellationToken cancellationToken)
    {
        await WriteAsync(tiles.Select(tile => (tile.Path.ToString(), tile.Content)), cancellationToken);
        await PublishAsync(head, note, await store.ReadAsync(LogPaths.Checkpoint, cancellationToken), cancellationToken);
    }

    /// <summary>A tile.</summary>
    /// <exception cref="InvalidDataException">It is not there.</exception>
    public async Task<byte[]> TileAsync(TilePath path, CancellationToken cancellationToken) =>
        (await store.ReadAsync(path.ToString(), cancellationToken))?.Content
            ?? throw new InvalidDataException($"The log {origin} has no file {path}.");

    private Task WriteAsync(IEnumerable<(string Path, byte[] Content)> tiles, CancellationToken cancellationToken) =>
        Task.WhenAll(tiles.Select(tile => store.WriteAsync(tile.Path, tile.Content, cancellationToken)));

    // A process that was paused between commit and publication must not publish its checkpoint over a later one.
    private async Task PublishAsync(Checkpoint head, string note, StoredFile? published, CancellationToken cancellationToken)
    {
        while ((published is null || Parse(published).Size < head.Size)
            && !await store.ReplaceAsync(LogPaths.Checkpoint, Encoding.UTF8.GetBytes(note), published?.Version, cancellationToken))
        {
            published = await store.ReadAsync(LogPaths.Checkpoint, cancellationToken);
        }
    }

    private Checkpoint Parse(StoredFile file) =>
        SignedNote.TryParse(Encoding.UTF8.GetString(file.Content), out var note)
        && Checkpoint.TryParse(note.Text, out var checkpoint) && checkpoint.Origin == origin
            ? checkpoint
            : throw new InvalidDataException($"What is stored for the log {origin} is no checkpoint of it.");
}
