using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Certification.Signing.Log;

/// <summary>Verifies a witness's dated cosignature (C2SP tlog-cosignature, Ed25519): as of that time, the largest tree that it saw
/// of this log has this root, and every earlier one is its beginning.</summary>
public sealed class WitnessVerifier : NoteVerifier
{
    internal const byte Type = 0x04;
    private const int TimeLength = sizeof(ulong);
    private readonly byte[] _publicKey;

    /// <summary>Takes a public key of 32 bytes.</summary>
    public WitnessVerifier(string name, byte[] publicKey)
        : base(name, IdOf(name, Type, publicKey), Type, publicKey) => _publicKey = publicKey;

    /// <summary>The key in base64: what tells one witness from another, whatever they are called.</summary>
    internal string PublicKey => Convert.ToBase64String(_publicKey);

    /// <inheritdoc/>
    public override bool Verify(string text, ReadOnlySpan<byte> signature) => TimeOf(text, signature) is not null;

    /// <summary>When it cosigned the note; null when it did not, or when a line in its name is false.</summary>
    public DateTimeOffset? CosignedAt(SignedNote note)
    {
        var times = note.Of(this).Select(signature => TimeOf(note.Text, signature.Value.Span)).ToList();
        return times.Contains(null) ? null : times.Min();
    }

    /// <summary>The message that is signed.</summary>
    internal static byte[] Message(string text, ulong time) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {time}\n{text}"));

    private DateTimeOffset? TimeOf(string text, ReadOnlySpan<byte> signature)
    {
        if (signature.Length <= TimeLength)
        {
            return null;
        }

        var time = BinaryPrimitives.ReadUInt64BigEndian(signature);
        return time <= (ulong)DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            && Ed25519NoteVerifier.Verifies(_publicKey, Message(text, time), signature[TimeLength..])
            ? DateTimeOffset.FromUnixTimeSeconds((long)time)
            : null;
    }
}

/// <summary>Cosigns checkpoints. Whoever holds it must have checked that the log only grew: <see cref="Witness"/> does.</summary>
public sealed class WitnessSigner(string name, byte[] seed)
{
    private readonly WitnessVerifier _verifier = new(name, Ed25519NoteSigner.PublicKey(seed));

    /// <summary>The public half.</summary>
    public WitnessVerifier Verifier => _verifier;

    /// <summary>Cosigns the text of a checkpoint.</summary>
    /// <param name="at">Real time; cut to whole seconds.</param>
    public NoteSignature Sign(string text, DateTimeOffset at)
    {
        var value = new byte[sizeof(ulong) + 64];
        var time = (ulong)at.ToUnixTimeSeconds();
        BinaryPrimitives.WriteUInt64BigEndian(value, time);
        Ed25519NoteSigner.Sign(seed, WitnessVerifier.Message(text, time)).CopyTo(value, sizeof(ulong));
        return new(_verifier.Name, _verifier.KeyId, value);
    }
}
