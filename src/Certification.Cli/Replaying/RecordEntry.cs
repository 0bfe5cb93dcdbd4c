using Certification.Domain;
using Certification.Domain.Decisions;
using Certification.Signing.Log;

namespace Certification.Cli.Replaying;

/// <summary>Where a proof puts a record in a log.</summary>
/// <param name="Index">Of the entry, from 0.</param>
/// <param name="Origin">The log's name.</param>
internal sealed record RecordEntry(ulong Index, string Origin)
{
    /// <summary>Reads a proof. That its path leads from this record to the root of its checkpoint is checked here; who signed the
    /// checkpoint is for <c>certify log verify</c>, which knows the log's key.</summary>
    /// <returns>Null when the proof is not of this record.</returns>
    public static RecordEntry? Of(string proofText, DecisionRecord record, Sha256Digest digest) =>
        Signing.Log.LogProof.TryParse(proofText, out var proof)
        && SignedNote.TryParse(proof.Checkpoint, out var note) && Checkpoint.TryParse(note.Text, out var checkpoint)
        && new InclusionProof(proof.Index, checkpoint.Size, proof.Path)
            .Holds(MerkleHash.Leaf(LogEntry.Of(record.Authority, digest).Bytes()), checkpoint.Root.Span)
            ? new(proof.Index, checkpoint.Origin)
            : null;
}
