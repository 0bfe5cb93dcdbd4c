using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Certification.Signing.Log;

/// <summary>A key that verifies notes, written as a vkey: <c>name+keyid+base64(type, public key)</c> (C2SP signed-note).</summary>
public abstract class NoteVerifier
{
    private readonly byte[] _material;

    /// <summary>Takes a name, the type's byte and the public key.</summary>
    private protected NoteVerifier(string name, uint keyId, byte type, byte[] publicKey) =>
        (Name, KeyId, _material) = (name, keyId, [type, .. publicKey]);

    /// <summary>Name of the key; a log's is its origin.</summary>
    public string Name { get; }

    /// <summary>Short id, which with the name says which key is meant.</summary>
    public uint KeyId { get; }

    /// <summary>The vkey.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name}+{KeyId:x8}+{Convert.ToBase64String(_material)}");

    /// <summary>Whether this key made the signature over the text.</summary>
    public abstract bool Verify(string text, ReadOnlySpan<byte> signature);

    /// <summary>Whether the note carries this key's signature, and no false one in its name.</summary>
    public bool Signed(SignedNote note)
    {
        var mine = note.Of(this).ToList();
        return mine.Count > 0 && mine.TrueForAll(signature => Verify(note.Text, signature.Value.Span));
    }

    /// <summary>Reads a vkey of one of the types that we verify: Ed25519, ECDSA, Ed25519 cosignature.</summary>
    public static bool TryParse(string vkey, [NotNullWhen(true)] out NoteVerifier? verifier)
    {
        verifier = null;
        var parts = vkey.Split('+', 3);
        var material = new byte[vkey.Length];
        if (parts.Length == 3 && SignedNote.IsName(parts[0]) && Convert.TryFromBase64String(parts[2], material, out var length) && length > 1)
        {
            verifier = Of(parts[0], material[0], material[1..length]);
        }

        // The id is derived; a vkey that says another was written for another key.
        verifier = verifier?.ToString() == vkey ? verifier : null;
        return verifier is not null;
    }

    /// <summary>The key id that most types use: the first bytes of a digest over name, type and key.</summary>
    private protected static uint IdOf(string name, byte type, ReadOnlySpan<byte> publicKey) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', type, .. publicKey]));

    private static NoteVerifier? Of(string name, byte type, byte[] publicKey) => type switch
    {
        Ed25519NoteVerifier.Type when publicKey.Length == Ed25519NoteVerifier.KeyLength => new Ed25519NoteVerifier(name, publicKey),
        EcdsaNoteVerifier.Type => EcdsaNoteVerifier.OrNull(name, publicKey),
        WitnessVerifier.Type when publicKey.Length == Ed25519NoteVerifier.KeyLength => new WitnessVerifier(name, publicKey),
        _ => null,
    };
}
