using System.Diagnostics.CodeAnalysis;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Security.Cryptography.Cose;
using Certification.Domain;
using Certification.Signing.Keys;

namespace Certification.Signing.Cose;

/// <summary>A signed CBOR document: COSE_Sign1 (RFC 9052), ES256, explicitly typed (RFC 9596), the signer named by <c>x5t</c>
/// (RFC 9360). As with signed JSON, one header form is written and accepted.</summary>
/// <param name="Type">The header's <c>typ</c>.</param>
/// <param name="Signer">SHA-256 of the signer's X.509 certificate: looks a key up, proves nothing.</param>
/// <param name="Payload">The signed bytes.</param>
public sealed record SignedCbor(string Type, Sha256Digest Signer, ReadOnlyMemory<byte> Payload)
{
    /// <summary>Bytes of the largest document that is read at all.</summary>
    public const int Longest = 8 * 1024 * 1024;

    private const int TypeLabel = 16;
    private const int ThumbprintLabel = 34;
    private const int Es256 = -7;
    private const int Sha256 = -16;

    /// <summary>Signs a payload.</summary>
    /// <param name="type">The media type of what is signed.</param>
    public static async ValueTask<byte[]> SignAsync(
        string type, byte[] payload, ISigningKey key, CancellationToken cancellationToken = default)
    {
        var header = Header(type, VerificationKey.ThumbprintOf(key.Certificate));
        var signature = await key.SignAsync(SHA256.HashData(ToBeSigned(header, payload)), cancellationToken);
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteTag((CborTag)18);
        writer.WriteStartArray(4);
        writer.WriteByteString(header);
        writer.WriteStartMap(0);
        writer.WriteEndMap();
        writer.WriteByteString(payload);
        writer.WriteByteString(signature);
        writer.WriteEndArray();
        return writer.Encode();
    }

    /// <summary>Reads a document without verifying it: only to learn its type and whose key to look up.</summary>
    /// <returns>Null when the bytes are no document of this form.</returns>
    internal static UnverifiedCbor? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var message = bytes.Length <= Longest ? CoseMessage.DecodeSign1(bytes) : null;
            return message is { Content: { } payload, UnprotectedHeaders.Count: 0 } && TryReadHeader(message.ProtectedHeaders, out var type, out var signer)
                ? new(new(type, signer, payload), message)
                : null;
        }
        // A header label beyond 32 bits overflows inside the framework.
        catch (Exception broken) when (broken is CryptographicException or CborContentException or InvalidOperationException or OverflowException)
        {
            return null;
        }
    }

    private static byte[] Header(string type, Sha256Digest thumbprint)
    {
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteStartMap(3);
        writer.WriteInt32(1);
        writer.WriteInt32(Es256);
        writer.WriteInt32(TypeLabel);
        writer.WriteTextString(type);
        writer.WriteInt32(ThumbprintLabel);
        writer.WriteStartArray(2);
        writer.WriteInt32(Sha256);
        writer.WriteByteString(thumbprint.ToBytes());
        writer.WriteEndArray();
        writer.WriteEndMap();
        return writer.Encode();
    }

    // RFC 9052 §4.4: context, protected header, no external data, payload.
    private static byte[] ToBeSigned(byte[] header, byte[] payload)
    {
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteStartArray(4);
        writer.WriteTextString("Signature1");
        writer.WriteByteString(header);
        writer.WriteByteString([]);
        writer.WriteByteString(payload);
        writer.WriteEndArray();
        return writer.Encode();
    }

    private static bool TryReadHeader(CoseHeaderMap header, [NotNullWhen(true)] out string? type, out Sha256Digest signer)
    {
        (type, signer) = (null, default);
        if (header.Count != 3 || !header.TryGetValue(CoseHeaderLabel.Algorithm, out var algorithm) || algorithm.GetValueAsInt32() != Es256
            || !header.TryGetValue(new CoseHeaderLabel(TypeLabel), out var typ) || !header.TryGetValue(new CoseHeaderLabel(ThumbprintLabel), out var x5t))
        {
            return false;
        }

        var reader = new CborReader(x5t.EncodedValue, CborConformanceMode.Strict);
        if (reader.ReadStartArray() != 2 || reader.ReadInt32() != Sha256 || reader.ReadByteString() is not { Length: 32 } thumbprint)
        {
            return false;
        }

        (type, signer) = (typ.GetValueAsString(), Sha256Digest.FromBytes(thumbprint));
        return true;
    }
}

/// <summary>A document whose signature nobody has checked yet.</summary>
internal sealed record UnverifiedCbor(SignedCbor Document, CoseSign1Message Message)
{
    /// <summary>The document, if this key signed it.</summary>
    public SignedCbor? Verified(VerificationKey key) => key.Thumbprint == Document.Signer && key.VerifyCose(Message) ? Document : null;
}
