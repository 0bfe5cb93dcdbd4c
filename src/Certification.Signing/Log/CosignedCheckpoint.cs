using System.Text;

namespace Certification.Signing.Log;

/// <summary>The published checkpoint of a log and the cosignatures that witnesses give it, which come after it: nothing that enters a
/// log waits for a witness. The latest one that was cosigned is kept beside it, since a busy log's published one is often too young.</summary>
public sealed class CosignedCheckpoint(string origin, ILogStore store)
{
    /// <summary>The published checkpoint; null when there is no log yet.</summary>
    /// <exception cref="InvalidDataException">What is stored is no checkpoint of this log.</exception>
    public async Task<SignedCheckpoint?> PublishedAsync(CancellationToken cancellationToken = default) =>
        (await ReadAsync(LogPaths.Checkpoint, cancellationToken))?.Signed;

    /// <summary>The checkpoint with the most signatures that covers an entry, and of several the largest.</summary>
    /// <param name="index">Of an entry that a published checkpoint covers.</param>
    /// <exception cref="InvalidDataException">The log has no such entry.</exception>
    public async Task<SignedCheckpoint> CoveringAsync(ulong index, CancellationToken cancellationToken = default)
    {
        var published = await PublishedAsync(cancellationToken);
        var cosigned = (await ReadAsync(LogPaths.Cosigned, cancellationToken))?.Signed;
        return new[] { published, cosigned }.OfType<SignedCheckpoint>().Where(signed => signed.Checkpoint.Size > index)
            .MaxBy(signed => (signed.Note.Signatures.Count, signed.Checkpoint.Size))
            ?? throw new InvalidDataException($"No published checkpoint of the log {origin} covers the entry {index}.");
    }

    /// <summary>Publishes a cosignature that was verified.</summary>
    public async Task AddAsync(SignedCheckpoint signed, NoteSignature cosignature, CancellationToken cancellationToken = default)
    {
        await MergeAsync(LogPaths.Checkpoint, signed, cosignature, mayFollow: false, cancellationToken);
        await MergeAsync(LogPaths.Cosigned, signed, cosignature, mayFollow: true, cancellationToken);
    }

    private async Task MergeAsync(string path, SignedCheckpoint signed, NoteSignature cosignature, bool mayFollow, CancellationToken cancellationToken)
    {
        while (true)
        {
            var stored = await ReadAsync(path, cancellationToken);
            var isSame = stored?.Signed.Checkpoint == signed.Checkpoint;
            if (!isSame && !(mayFollow && (stored is null || stored.Signed.Checkpoint.Size < signed.Checkpoint.Size)))
            {
                return;
            }

            var next = (isSame ? stored!.Signed.Note : signed.Note).With(cosignature);
            if (await store.ReplaceAsync(path, Encoding.UTF8.GetBytes(next.ToString()), stored?.Version, cancellationToken))
            {
                return;
            }
        }
    }

    private async Task<Versioned?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (await store.ReadAsync(path, cancellationToken) is not { } file)
        {
            return null;
        }

        return SignedCheckpoint.TryParse(Encoding.UTF8.GetString(file.Content)) is { } signed && signed.Checkpoint.Origin == origin
            ? new(signed, file.Version)
            : throw new InvalidDataException($"What is stored as {path} is no checkpoint of the log {origin}.");
    }

    private sealed record Versioned(SignedCheckpoint Signed, string Version);
}

/// <summary>A checkpoint and the note in which it is signed. Nothing is verified.</summary>
public sealed record SignedCheckpoint(Checkpoint Checkpoint, SignedNote Note)
{
    /// <summary>Reads a note; null when it is none of a checkpoint.</summary>
    public static SignedCheckpoint? TryParse(string note) =>
        SignedNote.TryParse(note, out var parsed) && Checkpoint.TryParse(parsed.Text, out var checkpoint) ? new(checkpoint, parsed) : null;
}
