using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Certification.Domain;

namespace Certification.Signing.Log;

/// <summary>Everything that shows offline that an entry is in a log (C2SP tlog-proof).</summary>
/// <param name="Index">Index of the entry.</param>
/// <param name="Path">The inclusion proof's hashes.</param>
/// <param name="Checkpoint">The signed and cosigned checkpoint, verbatim.</param>
public sealed record LogProof(ulong Index, IReadOnlyList<byte[]> Path, string Checkpoint)
{
    /// <summary>Usual name of a file with a proof.</summary>
    public const string FileExtension = ".tlog-proof";

    private const string Header = "c2sp.org/tlog-proof@v1";
    private const int LongestPath = 63;

    /// <summary>Checks that the entry is in a log that the policy accepts.</summary>
    /// <param name="entry">The entry's bytes.</param>
    /// <param name="fault">Why not; null when it is.</param>
    /// <returns>The checkpoint that covers it; null when it is not shown.</returns>
    public WitnessedCheckpoint? Open(ReadOnlySpan<byte> entry, LogPolicy policy, out Reason? fault)
    {
        if (policy.Open(Checkpoint, out fault) is not { } opened)
        {
            return null;
        }

        if (new InclusionProof(Index, opened.Checkpoint.Size, Path).Holds(MerkleHash.Leaf(entry), opened.Checkpoint.Root.Span))
        {
            return opened;
        }

        fault = new("log.proof-invalid", $"The proof does not show this entry at {Index} of {opened.Checkpoint.Origin}.");
        return null;
    }

    /// <summary>Reads a proof. Nothing is verified.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out LogProof? proof)
    {
        proof = null;
        var split = text.Length <= 2 * SignedNote.Longest ? text.IndexOf("\n\n", StringComparison.Ordinal) : -1;
        var lines = split < 0 ? [] : text[..split].Split('\n');
        if (lines is not [Header, var second, ..] || lines.Length > LongestPath + 2 || !second.StartsWith("index ", StringComparison.Ordinal)
            || !ulong.TryParse(second.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return false;
        }

        var path = lines.Skip(2).Select(HashOrNull).OfType<byte[]>().ToList();
        proof = path.Count == lines.Length - 2 ? new(index, path, text[(split + 2)..]) : null;
        return proof?.ToString() == text;
    }

    /// <summary>The proof as text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Header).Append(CultureInfo.InvariantCulture, $"\nindex {Index}\n");
        foreach (var hash in Path)
        {
            text.Append(Convert.ToBase64String(hash)).Append('\n');
        }

        return text.Append('\n').Append(Checkpoint).ToString();
    }

    /// <summary>A hash on a line; null when it is none.</summary>
    internal static byte[]? HashOrNull(string base64)
    {
        var hash = new byte[MerkleHash.Length];
        return base64.Length == 44 && Convert.TryFromBase64String(base64, hash, out var length) && length == hash.Length ? hash : null;
    }
}
