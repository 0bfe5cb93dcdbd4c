using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Certification.Signing.Log;

/// <summary>ECDSA on P-256 with SHA-256, in DER (C2SP signed-note, type 2): a key that may stay in a key vault and be granted by
/// a trust list. Its id is the beginning of the digest of its SubjectPublicKeyInfo.</summary>
public sealed class EcdsaNoteVerifier : NoteVerifier
{
    internal const byte Type = 0x02;
    private readonly ECDsa _key;

    private EcdsaNoteVerifier(string name, byte[] spki, ECDsa key)
        : base(name, IdOf(spki), Type, spki) => _key = key;

    /// <summary>Takes a public key.</summary>
    /// <param name="spki">SubjectPublicKeyInfo in DER.</param>
    /// <returns>Null when it is no key on P-256.</returns>
    public static EcdsaNoteVerifier? OrNull(string name, byte[] spki)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(spki, out var read);
            if (read == spki.Length && key.KeySize == 256)
            {
                return new(name, spki, key);
            }
        }
        catch (CryptographicException)
        {
            // Not a key: the answer below says so.
        }

        key.Dispose();
        return null;
    }

    /// <inheritdoc/>
    public override bool Verify(string text, ReadOnlySpan<byte> signature)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        lock (_key)
        {
            return _key.VerifyHash(digest, signature, DSASignatureFormat.Rfc3279DerSequence);
        }
    }

    /// <summary>The id of a key of this type.</summary>
    internal static uint IdOf(byte[] spki) => BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(spki));
}
