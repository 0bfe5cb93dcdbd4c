using System.Text;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Certification.Signing.Log;

/// <summary>Ed25519 over the text (C2SP signed-note, type 1): what every tool of the transparency ecosystem verifies.</summary>
public sealed class Ed25519NoteVerifier : NoteVerifier
{
    internal const byte Type = 0x01;
    internal const int KeyLength = 32;
    private readonly byte[] _publicKey;

    /// <summary>Takes a public key of 32 bytes (RFC 8032).</summary>
    public Ed25519NoteVerifier(string name, byte[] publicKey)
        : base(name, IdOf(name, Type, publicKey), Type, publicKey) => _publicKey = publicKey;

    /// <inheritdoc/>
    public override bool Verify(string text, ReadOnlySpan<byte> signature) => Verifies(_publicKey, Encoding.UTF8.GetBytes(text), signature);

    /// <summary>Plain Ed25519; a signature of another length is simply false.</summary>
    internal static bool Verifies(byte[] publicKey, byte[] message, ReadOnlySpan<byte> signature) =>
        signature.Length == Ed25519.SignatureSize && Ed25519.Verify(signature.ToArray(), 0, publicKey, 0, message, 0, message.Length);
}
