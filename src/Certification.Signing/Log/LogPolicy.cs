using Certification.Domain;

namespace Certification.Signing.Log;

/// <summary>Which logs a verifier believes, and how many witnesses it wants besides.</summary>
/// <param name="LogKeys">Keys of logs; the name of a key is the origin that it may sign for.</param>
/// <param name="Witnesses">Witnesses that count.</param>
/// <param name="Needed">How many of them must have cosigned; 0 for none.</param>
public sealed record LogPolicy(IReadOnlyList<NoteVerifier> LogKeys, IReadOnlyList<WitnessVerifier> Witnesses, int Needed)
{
    /// <summary>Logs by origin, each with the witness keys of its own operator: a log that vouches for itself has no witness.</summary>
    internal IReadOnlySet<(string Origin, string WitnessKey)> OwnWitnesses { get; init; } = new HashSet<(string, string)>();

    /// <summary>Opens a checkpoint.</summary>
    /// <param name="note">The signed note.</param>
    /// <param name="fault">Why it does not open; null when it does.</param>
    public WitnessedCheckpoint? Open(string note, out Reason? fault)
    {
        if (!SignedNote.TryParse(note, out var parsed) || !Checkpoint.TryParse(parsed.Text, out var checkpoint))
        {
            fault = new("log.checkpoint-malformed", "This is no signed checkpoint of a log.");
            return null;
        }

        var keys = LogKeys.Where(key => key.Name == checkpoint.Origin && key is not WitnessVerifier).ToList();
        if (keys.Count == 0)
        {
            fault = new("log.origin-unknown", $"No key of the log {checkpoint.Origin} is trusted.");
            return null;
        }

        // A false signature in the name of a known key spoils the note, even beside a good one (signed-note, "Signatures").
        var present = keys.Where(key => parsed.Of(key).Any()).ToList();
        if (present.Count == 0 || !present.TrueForAll(key => key.Signed(parsed)))
        {
            fault = new("log.signature-invalid", $"The checkpoint was not signed by the log {checkpoint.Origin}.");
            return null;
        }

        return Witnessed(parsed, checkpoint, out fault);
    }

    /// <summary>Which of the witnesses that count cosigned a checkpoint, and when; the earliest first.</summary>
    /// <param name="origin">The log that the checkpoint is of.</param>
    public IReadOnlyList<(string Name, DateTimeOffset At)> Cosigners(SignedNote note, string origin) =>
    [
        // One key under two names is one witness.
        .. Witnesses.DistinctBy(witness => witness.PublicKey).Where(witness => !OwnWitnesses.Contains((origin, witness.PublicKey)))
            .Select(witness => (witness.Name, At: witness.CosignedAt(note)))
            .Where(cosigned => cosigned.At is not null).Select(cosigned => (cosigned.Name, cosigned.At!.Value)).OrderBy(cosigned => cosigned.Value),
    ];

    private WitnessedCheckpoint? Witnessed(SignedNote note, Checkpoint checkpoint, out Reason? fault)
    {
        var times = Cosigners(note, checkpoint.Origin).Select(cosigned => cosigned.At).ToList();
        if (times.Count < Needed)
        {
            fault = new("log.witnesses-missing", $"{times.Count} of the known witnesses cosigned the checkpoint; {Needed} are wanted.");
            return null;
        }

        fault = null;
        return new(checkpoint, note, Needed == 0 ? null : times[Needed - 1]);
    }
}

/// <summary>A checkpoint that its log signed and enough witnesses cosigned.</summary>
/// <param name="Note">As published.</param>
/// <param name="WitnessedAt">By when as many witnesses as were wanted had cosigned: what is in the tree existed then. Null when
/// none was wanted.</param>
public sealed record WitnessedCheckpoint(Checkpoint Checkpoint, SignedNote Note, DateTimeOffset? WitnessedAt);
