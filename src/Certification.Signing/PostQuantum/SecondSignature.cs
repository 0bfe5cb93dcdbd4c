using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Certification.Domain;
using Certification.Domain.Certificates;

namespace Certification.Signing.PostQuantum;

/// <summary>A second signature over a certificate, in a file beside it: the XML takes one signature only. JWS compact serialization, explicitly
/// typed, with a key that no quantum computer reverses; the certificate is named by its canonical digest.</summary>
/// <param name="Header">Algorithm and key.</param>
/// <param name="Signed">What is signed.</param>
public sealed record SecondSignature(SecondHeader Header, SecondSigned Signed)
{
    /// <summary>Content type under which it is published.</summary>
    public const string MediaType = "application/jose";

    private const string Type = "second-signature+jwt";
    private const int Longest = 64 * 1024;
    private byte[] Input { get; init; } = [];
    private byte[] Value { get; init; } = [];

    /// <summary>Signs a certificate.</summary>
    /// <param name="digest">SHA-256 of its canonical signed body.</param>
    /// <returns>The compact form, ASCII.</returns>
    public static string Sign(CertificateNumber number, Sha256Digest digest, SecondSigningKey key)
    {
        var header = new SecondHeader(SecondKey.MlDsa65, Type, key.Public.Id);
        var input = $"{Base64Url.EncodeToString(DomainJson.Bytes(header))}.{Base64Url.EncodeToString(DomainJson.Bytes(new SecondSigned(number, digest)))}";
        return $"{input}.{Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(input)))}";
    }

    /// <summary>Reads a second signature. Nothing is verified.</summary>
    public static bool TryRead(string compact, [NotNullWhen(true)] out SecondSignature? read)
    {
        read = null;
        var parts = compact.Length <= Longest ? compact.Trim().Split('.') : [];
        if (parts.Length != 3 || !parts.All(part => part.Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && Base64Url.IsValid(part)))
        {
            return false;
        }

        try
        {
            var header = JsonSerializer.Deserialize<SecondHeader>(Base64Url.DecodeFromChars(parts[0]), DomainJson.Strict);
            var signed = JsonSerializer.Deserialize<SecondSigned>(Base64Url.DecodeFromChars(parts[1]), DomainJson.Strict);
            read = header is { Type: Type } && signed is not null
                ? new(header, signed) { Input = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Value = Base64Url.DecodeFromChars(parts[2]) }
                : null;
            return read is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Whether this key made it.</summary>
    public bool IsBy(SecondKey key) => key.Id == Header.Key && key.Algorithm == Header.Algorithm && key.Verifies(Input, Value);
}

/// <summary>The JOSE header of a second signature.</summary>
/// <param name="Key">Id of the key: it looks one up and proves nothing.</param>
public sealed record SecondHeader(
    [property: JsonPropertyName("alg")] string Algorithm, [property: JsonPropertyName("typ")] string Type, [property: JsonPropertyName("kid")] string Key);

/// <summary>What a second signature says: this number is borne by the certificate with this canonical digest.</summary>
public sealed record SecondSigned(CertificateNumber Number, Sha256Digest Certificate);
