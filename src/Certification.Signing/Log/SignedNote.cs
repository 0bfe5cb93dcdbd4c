using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Certification.Signing.Log;

/// <summary>A signature line of a note.</summary>
/// <param name="Name">Name of the key.</param>
/// <param name="KeyId">With the name it says which key and which algorithm; it proves nothing.</param>
/// <param name="Value">The signature, in the form of its algorithm.</param>
public sealed record NoteSignature(string Name, uint KeyId, ReadOnlyMemory<byte> Value)
{
    /// <summary>The line, without its end.</summary>
    public override string ToString()
    {
        var bytes = new byte[4 + Value.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Value.Span.CopyTo(bytes.AsSpan(4));
        return $"\u2014 {Name} {Convert.ToBase64String(bytes)}";
    }
}

/// <summary>A text with signatures below it (C2SP signed-note).</summary>
/// <param name="Text">The signed text, its last line end included.</param>
/// <param name="Signatures">At least one; those of unknown keys too.</param>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    /// <summary>Characters of the longest note that is read.</summary>
    public const int Longest = 64 * 1024;

    /// <summary>Most signatures of a note that is read; the specification wants at least 16.</summary>
    public const int MostSignatures = 64;

    private const string Separator = "\n\n";

    /// <summary>Reads a note. Nothing is verified.</summary>
    public static bool TryParse(string note, [NotNullWhen(true)] out SignedNote? parsed)
    {
        parsed = null;
        var split = note.LastIndexOf(Separator, StringComparison.Ordinal);
        if (note.Length > Longest || split <= 0 || !note.EndsWith('\n') || note.Any(IsForbidden))
        {
            return false;
        }

        var lines = note[(split + Separator.Length)..].TrimEnd('\n').Split('\n');
        var signatures = lines.Select(ParseLine).OfType<NoteSignature>().ToList();
        if (signatures.Count != lines.Length || signatures.Count > MostSignatures || note.EndsWith(Separator, StringComparison.Ordinal))
        {
            return false;
        }

        parsed = new(note[..(split + 1)], signatures);
        return true;
    }

    /// <summary>The note with one more signature; one of the same key is replaced.</summary>
    public SignedNote With(NoteSignature signature) => this with
    {
        Signatures = [.. Signatures.Where(other => (other.Name, other.KeyId) != (signature.Name, signature.KeyId)), signature],
    };

    /// <summary>The signatures that are of this key, by name and id.</summary>
    public IEnumerable<NoteSignature> Of(NoteVerifier key) =>
        Signatures.Where(signature => signature.Name == key.Name && signature.KeyId == key.KeyId);

    /// <summary>The note as it is published.</summary>
    public override string ToString()
    {
        var note = new StringBuilder(Text).Append('\n');
        foreach (var signature in Signatures)
        {
            note.Append(signature).Append('\n');
        }

        return note.ToString();
    }

    /// <summary>Whether keys may be called so.</summary>
    internal static bool IsName(string name) => name.Length > 0 && !name.Any(character => char.IsWhiteSpace(character) || character == '+' || char.IsControl(character));

    private static NoteSignature? ParseLine(string line)
    {
        var parts = line.Split(' ');
        if (parts is not ["\u2014", var name, var base64] || !IsName(name))
        {
            return null;
        }

        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) && length > 4 && Convert.ToBase64String(bytes, 0, length) == base64
            ? new(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes.AsMemory(4, length - 4))
            : null;
    }

    // U+FFFD stands where bytes were no UTF-8, and so where something else than the signed bytes was read.
    private static bool IsForbidden(char character) => (character < ' ' && character != '\n') || character == '\ufffd';
}
