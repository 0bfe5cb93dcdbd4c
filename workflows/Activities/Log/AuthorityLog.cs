using System.Text;
using Certification.Domain;
using Certification.Signing.Log;
using Certification.Storage.Blobs;

namespace Certification.Workflows.Activities.Log;

/// <summary>The authority's transparency log, as its activities use it: what is published enters first. One in a process; several
/// processes are safe by the log's own compare-and-swap.</summary>
public sealed class AuthorityLog(TransparencyLog log, LogBatcher batcher, ILogStore files, LogPlaces places)
{
    /// <summary>Enters an entry, once: a retry, also after a kill, is answered with the proof of the first. Two attempts at the same
    /// moment may append it twice, which harms nobody; both are answered with one of the two.</summary>
    /// <returns>The proof that it stands in the log, under a published checkpoint.</returns>
    public async Task<LogProof> Enter(LogEntry entry, CancellationToken cancellation)
    {
        var bytes = entry.Bytes();
        var digest = Sha256Digest.Of(bytes);
        var place = await places.Find(digest, cancellation);
        if (place?.Index is { } known) return await Prove(known, cancellation);

        // The size is written down before anything is appended: what a killed attempt appended is found from there on.
        if (place is null) await places.Begin(digest, (await log.OpenAsync(cancellation)).Size, cancellation);
        var appended = place is null ? null : await log.FindAsync(bytes, place.From, cancellation);
        var proof = appended is { } found ? await Prove(found, cancellation) : await batcher.AddAsync(bytes, cancellation);
        var settled = await places.Settle(digest, proof.Index, cancellation);
        return settled == proof.Index ? proof : await Prove(settled, cancellation);
    }

    /// <summary>The proof of an entry under the published checkpoint, with the cosignatures that it has, in the text form of C2SP
    /// tlog-proof.</summary>
    /// <returns>Null when it was not entered.</returns>
    public async Task<string?> Proof(LogEntry entry, CancellationToken cancellation) =>
        await places.Find(Sha256Digest.Of(entry.Bytes()), cancellation) is { Index: { } index }
            ? (await Prove(index, cancellation)).ToString()
            : null;

    private async Task<LogProof> Prove(ulong index, CancellationToken cancellation)
    {
        var note = await files.ReadAsync(LogPaths.Checkpoint, cancellation) is { } published ? Encoding.UTF8.GetString(published.Content) : "";
        if (!SignedNote.TryParse(note, out var signed) || !Checkpoint.TryParse(signed.Text, out var checkpoint))
        {
            throw new InvalidDataException($"The log {log.Origin} has no readable checkpoint.");
        }

        var proof = await log.Tree(checkpoint.Size, cancellation).ProveInclusionAsync(index);
        return new(index, proof.Path, note);
    }
}
