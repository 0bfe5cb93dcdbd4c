using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Certification.Domain;
using Certification.Signing.Keys;

namespace Certification.Signing.Json;

/// <summary>A signed JSON document: JWS compact serialization (RFC 7515), ES256, explicitly typed (RFC 8725 §3.11), the
/// signer named by <c>x5t#S256</c>. One header form is written and accepted; there is no algorithm to choose or to confuse.</summary>
/// <param name="Type">The header's <c>typ</c>.</param>
/// <param name="Signer">SHA-256 of the signer's X.509 certificate: looks a key up, proves nothing.</param>
/// <param name="Payload">The signed bytes.</param>
public sealed record SignedJson(string Type, Sha256Digest Signer, ReadOnlyMemory<byte> Payload)
{
    /// <summary>Who issues it, by the header's <c>iss</c>; null for everything but credentials.</summary>
    public string? Issuer { get; init; }

    /// <summary>Characters of the largest document that is read at all.</summary>
    public const int Longest = 8 * 1024 * 1024;

    /// <summary>SHA-256 of the payload, the document's identity: the signature can be varied by anybody, the payload cannot.</summary>
    public Sha256Digest Digest => Sha256Digest.Of(Payload.Span);

    /// <summary>Signs a value.</summary>
    /// <param name="type">One of <see cref="SignedJsonTypes"/>.</param>
    /// <returns>The compact form, ASCII.</returns>
    public static ValueTask<string> SignAsync<T>(
        string type, T value, ISigningKey key, CancellationToken cancellationToken = default) =>
        SignBytesAsync(type, DomainJson.Bytes(value), key, cancellationToken);

    /// <summary>Signs bytes that are JSON already.</summary>
    public static ValueTask<string> SignBytesAsync(
        string type, ReadOnlyMemory<byte> payload, ISigningKey key, CancellationToken cancellationToken = default) =>
        SignAsync(JwsHeader.Of(type, VerificationKey.ThumbprintOf(key.Certificate)), payload, key, cancellationToken);

    /// <summary>Signs a credential, whose header names its issuer.</summary>
    internal static ValueTask<string> SignCredentialAsync(
        ReadOnlyMemory<byte> payload, string issuer, ISigningKey key, CancellationToken cancellationToken = default) =>
        SignAsync(JwsHeader.OfCredential(issuer, VerificationKey.ThumbprintOf(key.Certificate)), payload, key, cancellationToken);

    private static async ValueTask<string> SignAsync(
        JwsHeader header, ReadOnlyMemory<byte> payload, ISigningKey key, CancellationToken cancellationToken)
    {
        var input = $"{Base64Url.EncodeToString(DomainJson.Bytes(header))}.{Base64Url.EncodeToString(payload.Span)}";
        var signature = await key.SignAsync(SHA256.HashData(Encoding.ASCII.GetBytes(input)), cancellationToken);
        return $"{input}.{Base64Url.EncodeToString(signature)}";
    }

    /// <summary>Reads a document without verifying it: only to learn its type and whose key to look up. The payload of an
    /// unverified document is never handed out.</summary>
    /// <returns>Null when the text is no document of this form.</returns>
    internal static UnverifiedJson? Read(string compact)
    {
        var parts = compact.Length <= Longest ? compact.Split('.') : [];
        if (parts.Length != 3 || !TryDecode(parts[0], out var header) || !TryDecode(parts[1], out var payload)
            || !TryDecode(parts[2], out var signature))
        {
            return null;
        }

        return JwsHeader.TryRead(header, out var read, out var signer)
            ? new(new(read.Type, signer, payload) { Issuer = read.Issuer }, Encoding.ASCII.GetBytes(compact[..compact.LastIndexOf('.')]), signature)
            : null;
    }

    private static bool TryDecode(string part, out byte[] bytes)
    {
        // Base64Url forgives padding and white space; RFC 7515 §2 has neither.
        var strict = part.Length > 0 && part.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');
        bytes = strict && Base64Url.IsValid(part) ? Base64Url.DecodeFromChars(part) : [];
        return bytes.Length > 0;
    }
}

/// <summary>A document whose signature nobody has checked yet.</summary>
/// <param name="Document">What it says that it is.</param>
/// <param name="Input">The signing input (RFC 7515 §5.1).</param>
internal sealed record UnverifiedJson(SignedJson Document, byte[] Input, byte[] Signature)
{
    /// <summary>The document, if this key signed it.</summary>
    public SignedJson? Verified(VerificationKey key) =>
        key.Thumbprint == Document.Signer && Signature.Length == 64 && key.VerifyEcdsa(SHA256.HashData(Input), Signature)
            ? Document
            : null;
}
