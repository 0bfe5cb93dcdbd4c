using Certification.Domain;
using Certification.Signing.Log;
using Certification.Storage;
using Certification.Storage.Blobs;

namespace Certification.Workflows.Activities.Log;

/// <summary>The authority's transparency log, as its activities use it: what is published enters first. One in a process; several
/// processes are safe by the log's own compare-and-swap.</summary>
public sealed class AuthorityLog(TransparencyLog log, LogBatcher batcher, CosignedCheckpoint checkpoints, LogPlaces places)
{
    private readonly RecentReads<string?> _recent = new(TimeSpan.FromSeconds(5));

    /// <summary>Raised after this process has appended something.</summary>
    public event Action? Appended;

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
        _recent.Forget(digest.Hex);
        Appended?.Invoke();
        return settled == proof.Index ? proof : await Prove(settled, cancellation);
    }

    /// <summary>The proof of an entry under the freshest checkpoint that witnesses cosigned, in the text form of C2SP tlog-proof.</summary>
    /// <returns>Null when it was not entered.</returns>
    public async Task<string?> Proof(LogEntry entry, CancellationToken cancellation) =>
        await places.Find(Sha256Digest.Of(entry.Bytes()), cancellation) is { Index: { } index }
            ? (await Prove(index, cancellation)).ToString()
            : null;

    /// <summary>The proof as it stood at most five seconds ago, for those who answer strangers.</summary>
    /// <inheritdoc cref="Proof"/>
    public Task<string?> RecentProof(LogEntry entry, CancellationToken cancellation) =>
        _recent.Get(Sha256Digest.Of(entry.Bytes()).Hex, () => Proof(entry, CancellationToken.None), cancellation);

    private async Task<LogProof> Prove(ulong index, CancellationToken cancellation)
    {
        var signed = await checkpoints.CoveringAsync(index, cancellation);
        var proof = await log.Tree(signed.Checkpoint.Size, cancellation).ProveInclusionAsync(index);
        return new(index, proof.Path, signed.Note.ToString());
    }
}
