using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Certification.Domain;

/// <summary>A SHA-256 digest (FIPS 180-4), always 64 lower-case hexadecimal characters in text and JSON.</summary>
[JsonConverter(typeof(Sha256DigestJsonConverter))]
public readonly record struct Sha256Digest
{
    private readonly string? _hex;

    private Sha256Digest(string hex) => _hex = hex;

    /// <summary>64 lower-case hexadecimal characters.</summary>
    public string Hex => _hex ?? throw new InvalidOperationException("A default Sha256Digest is no digest.");

    /// <summary>Digest of these bytes.</summary>
    public static Sha256Digest Of(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>Takes 32 bytes that are a digest already.</summary>
    public static Sha256Digest FromBytes(ReadOnlySpan<byte> digest) => digest.Length == 32
        ? new(Convert.ToHexStringLower(digest))
        : throw new ArgumentException($"A SHA-256 digest has 32 bytes, not {digest.Length}.", nameof(digest));

    /// <summary>Reads 64 hexadecimal characters; upper case is folded to lower.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Sha256Digest digest)
    {
        var ok = text is { Length: 64 } && text.All(char.IsAsciiHexDigit);
        digest = ok ? new(text!.ToLowerInvariant()) : default;
        return ok;
    }

    /// <summary>Reads 64 hexadecimal characters.</summary>
    /// <exception cref="FormatException">The text is anything else.</exception>
    public static Sha256Digest Parse(string text) => TryParse(text, out var digest)
        ? digest
        : throw new FormatException("A SHA-256 digest is written as 64 hexadecimal characters.");

    /// <summary>The 32 bytes.</summary>
    public byte[] ToBytes() => Convert.FromHexString(Hex);

    /// <inheritdoc/>
    public override string ToString() => Hex;
}

/// <summary>Writes a digest as its hexadecimal text.</summary>
public sealed class Sha256DigestJsonConverter : JsonConverter<Sha256Digest>
{
    /// <inheritdoc/>
    public override Sha256Digest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Sha256Digest.TryParse(reader.GetString(), out var digest)
            ? digest
            : throw new JsonException("A SHA-256 digest is written as 64 hexadecimal characters.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Sha256Digest value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Hex);
}
