using Certification.Domain;
using Certification.Signing.Log;
using Certification.Signing.Trust;
using Certification.Storage.Blobs;

namespace Certification.Workflows.Activities.Log;

/// <summary>The authority as a witness of the logs of those whom its trust list names (C2SP tlog-witness): it cosigns a tree only
/// where that continues the largest one that it cosigned before, and writes that down before the cosignature leaves.</summary>
public sealed class AuthorityWitness(CurrentTrust trust, SigningKeys keys, AuthorityProfile authority, WitnessMemory memory)
{
    /// <summary>Cosigns a checkpoint.</summary>
    /// <param name="now">Real time.</param>
    public async Task<WitnessAnswer> Cosign(WitnessRequest request, DateTimeOffset now, CancellationToken cancellation)
    {
        if (keys.Notes?.Witness(authority.WitnessId) is not { } signer)
        {
            return new(null, new("log.origin-unknown", "This authority has no witness key and cosigns no log."));
        }

        var logs = trust.Snapshot.Logs(0, now);
        // A log that its own operator watches is watched by nobody.
        var policy = logs with { LogKeys = [.. logs.LogKeys.Where(key => key.Name != authority.LogId)] };
        if (policy.Open(request.Checkpoint, out var unknown) is not { Checkpoint: var next })
        {
            return new(null, unknown);
        }

        var seen = await memory.Find(next.Origin, cancellation);
        var known = seen?.Tree.Size ?? 0;
        if (new Witness(policy).Judge(request, seen?.Tree, out var fault) is not { } judged)
        {
            return new(null, fault, known);
        }

        // Somebody else's larger tree may be remembered meanwhile: then this one no longer follows it.
        return seen is { } same && same.Tree.Size == next.Size || await memory.Remember(next, seen?.Version, cancellation)
            ? new(signer.Sign(judged.Note.Text, now), null, next.Size)
            : new(null, new("witness.size-differs", "Another checkpoint of this log was cosigned at the same moment."), known);
    }
}

/// <summary>A cosignature, or why there is none.</summary>
/// <param name="Fault">As <see cref="LogPolicy.Open"/> and <see cref="Witness.Judge"/> give it; null with a cosignature.</param>
/// <param name="Known">Size of the largest tree that was cosigned before.</param>
public sealed record WitnessAnswer(NoteSignature? Cosignature, Reason? Fault, ulong Known = 0);
