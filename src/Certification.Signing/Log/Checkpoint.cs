using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Certification.Signing.Log;

/// <summary>What a log commits itself to: its size and root (C2SP tlog-checkpoint). We write no extension lines, and read none:
/// nobody audits them.</summary>
/// <param name="Origin">Which log: its address without the scheme, such as <c>xa.example/log</c>.</param>
/// <param name="Size">Number of entries.</param>
/// <param name="Root">32 bytes.</param>
public sealed record Checkpoint(string Origin, ulong Size, ReadOnlyMemory<byte> Root)
{
    /// <summary>The text that is signed: three lines.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root.Span)}\n");

    /// <summary>Reads the text.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Checkpoint? checkpoint)
    {
        checkpoint = null;
        var lines = text.Split('\n');
        var root = new byte[MerkleHash.Length];
        if (lines is [{ Length: > 0 } origin, var digits, { Length: 44 } base64, ""]
            && ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            && Convert.TryFromBase64String(base64, root, out var length) && length == root.Length)
        {
            checkpoint = new(origin, size, root);
        }

        // One number and one root have one spelling.
        checkpoint = checkpoint?.Text == text ? checkpoint : null;
        return checkpoint is not null;
    }

    /// <summary>The checkpoint signed by the log's keys.</summary>
    public async Task<SignedNote> SignAsync(IReadOnlyList<INoteSigner> signers, CancellationToken cancellationToken = default)
    {
        var note = new SignedNote(Text, []);
        foreach (var signer in signers)
        {
            note = note.With(await signer.SignAsync(Text, cancellationToken));
        }

        return note;
    }

    /// <inheritdoc/>
    public bool Equals(Checkpoint? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}
