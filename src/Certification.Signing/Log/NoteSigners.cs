using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Certification.Signing.Keys;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Certification.Signing.Log;

/// <summary>A key that signs notes.</summary>
public interface INoteSigner
{
    /// <summary>The public half.</summary>
    NoteVerifier Verifier { get; }

    /// <summary>Signs the text of a note.</summary>
    ValueTask<NoteSignature> SignAsync(string text, CancellationToken cancellationToken = default);
}

/// <summary>Signs notes with Ed25519.</summary>
public sealed class Ed25519NoteSigner : INoteSigner
{
    private readonly byte[] _seed;

    /// <summary>Takes a private key of 32 bytes (RFC 8032).</summary>
    public Ed25519NoteSigner(string name, byte[] seed)
    {
        _seed = seed;
        Verifier = new Ed25519NoteVerifier(name, PublicKey(seed));
    }

    /// <inheritdoc/>
    public NoteVerifier Verifier { get; }

    /// <inheritdoc/>
    public ValueTask<NoteSignature> SignAsync(string text, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(new NoteSignature(Verifier.Name, Verifier.KeyId, Sign(_seed, Encoding.UTF8.GetBytes(text))));

    internal static byte[] PublicKey(byte[] seed)
    {
        var key = new byte[Ed25519.PublicKeySize];
        Ed25519.GeneratePublicKey(seed, 0, key, 0);
        return key;
    }

    internal static byte[] Sign(byte[] seed, byte[] message)
    {
        var signature = new byte[Ed25519.SignatureSize];
        Ed25519.Sign(seed, 0, message, 0, message.Length, signature, 0);
        return signature;
    }
}

/// <summary>Signs notes with a P-256 key of the authority.</summary>
public sealed class EcdsaNoteSigner : INoteSigner
{
    private readonly ISigningKey _key;

    /// <summary>Takes the key.</summary>
    public EcdsaNoteSigner(string name, ISigningKey key)
    {
        _key = key;
        using var publicKey = key.Certificate.GetECDsaPublicKey();
        Verifier = EcdsaNoteVerifier.OrNull(name, publicKey?.ExportSubjectPublicKeyInfo() ?? [])
            ?? throw new CryptographicException($"{key.Certificate.Subject} is not on P-256.");
    }

    /// <inheritdoc/>
    public NoteVerifier Verifier { get; }

    /// <inheritdoc/>
    public async ValueTask<NoteSignature> SignAsync(string text, CancellationToken cancellationToken = default)
    {
        var value = await _key.SignAsync(SHA256.HashData(Encoding.UTF8.GetBytes(text)), cancellationToken);
        return new(Verifier.Name, Verifier.KeyId, Der(value));
    }

    // Keys sign as r‖s; notes carry the sequence of two integers.
    private static byte[] Der(byte[] value)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteIntegerUnsigned(Trimmed(value.AsSpan(0, value.Length / 2)));
            writer.WriteIntegerUnsigned(Trimmed(value.AsSpan(value.Length / 2)));
        }

        return writer.Encode();
    }

    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> number) => number.TrimStart((byte)0) is { IsEmpty: false } rest ? rest : [0];
}
