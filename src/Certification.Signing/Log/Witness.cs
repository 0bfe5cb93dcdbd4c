using System.Globalization;
using Certification.Domain;

namespace Certification.Signing.Log;

/// <summary>What a log asks of a witness (C2SP tlog-witness, "add-checkpoint").</summary>
/// <param name="OldSize">The tree that the log believes the witness saw last.</param>
/// <param name="Path">The consistency proof's hashes from there; none from 0.</param>
/// <param name="Checkpoint">The new signed checkpoint, verbatim.</param>
public sealed record WitnessRequest(ulong OldSize, IReadOnlyList<byte[]> Path, string Checkpoint)
{
    private const int LongestPath = 63;

    /// <summary>Reads a request body; null when it is none.</summary>
    public static WitnessRequest? Parse(string body)
    {
        var split = body.Length <= 2 * SignedNote.Longest ? body.IndexOf("\n\n", StringComparison.Ordinal) : -1;
        var lines = split < 0 ? [] : body[..split].Split('\n');
        if (lines is not [var first, .. var hashes] || hashes.Length > LongestPath || !first.StartsWith("old ", StringComparison.Ordinal)
            || !ulong.TryParse(first.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var old))
        {
            return null;
        }

        var path = hashes.Select(LogProof.HashOrNull).OfType<byte[]>().ToList();
        var request = path.Count == hashes.Length ? new WitnessRequest(old, path, body[(split + 2)..]) : null;
        return request?.ToString() == body ? request : null;
    }

    /// <summary>The request body.</summary>
    public override string ToString() => string.Concat(
        string.Create(CultureInfo.InvariantCulture, $"old {OldSize}\n"),
        string.Concat(Path.Select(hash => Convert.ToBase64String(hash) + "\n")),
        "\n",
        Checkpoint);
}

/// <summary>What a witness remembers of a log: the largest tree that it cosigned.</summary>
public sealed record WitnessedTree(ulong Size, ReadOnlyMemory<byte> Root);

/// <summary>Judges whether a log only grew. Pure; whoever calls it keeps what it remembers, writes that down by compare-and-swap
/// before the cosignature leaves, and so cosigns no two histories.</summary>
/// <param name="policy">The logs that it watches; it needs no other witnesses.</param>
public sealed class Witness(LogPolicy policy)
{
    /// <summary>Judges a request.</summary>
    /// <param name="latest">What it remembers of the log that the checkpoint names; null for nothing.</param>
    /// <param name="fault">Why it does not cosign; null when it does. <c>witness.size-differs</c> is answered with the size that
    /// is remembered.</param>
    /// <returns>What it remembers from now on, and may cosign once that is written down.</returns>
    public WitnessedCheckpoint? Judge(WitnessRequest request, WitnessedTree? latest, out Reason? fault)
    {
        if (policy.Open(request.Checkpoint, out fault) is not { } opened)
        {
            return null;
        }

        var (next, known) = (opened.Checkpoint, latest?.Size ?? 0);
        fault = request.OldSize > next.Size ? new("witness.size-falls", $"A tree of {next.Size} cannot follow one of {request.OldSize}.")
            : request.OldSize != known ? new("witness.size-differs", $"The largest tree seen here has {known} entries, not {request.OldSize}.")
            : Grew(request, latest, next) ? null
            : new("witness.inconsistent", $"The tree of {next.Size} is not shown to continue the one of {known}.");
        return fault is null ? opened : null;
    }

    private static bool Grew(WitnessRequest request, WitnessedTree? latest, Checkpoint next) => latest is null or { Size: 0 }
        ? request.Path.Count == 0 && (next.Size > 0 || next.Root.Span.SequenceEqual(MerkleHash.Empty()))
        : new ConsistencyProof(latest.Size, next.Size, request.Path).Holds(latest.Root.Span, next.Root.Span);
}
