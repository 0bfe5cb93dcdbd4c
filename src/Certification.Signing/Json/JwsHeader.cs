using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Certification.Domain;

namespace Certification.Signing.Json;

/// <summary>The one JOSE header of this system. Any other member, <c>crit</c>, <c>jwk</c> or <c>jku</c> among them, is refused.</summary>
internal sealed record JwsHeader(
    [property: JsonPropertyName("alg")] string Algorithm,
    [property: JsonPropertyName("typ")] string Type,
    [property: JsonPropertyName("x5t#S256")] string Thumbprint)
{
    /// <summary>Reads a header; false when it is not exactly of this form.</summary>
    public static bool TryRead(ReadOnlySpan<byte> json, [NotNullWhen(true)] out string? type, out Sha256Digest signer)
    {
        (type, signer) = (null, default);
        try
        {
            var header = JsonSerializer.Deserialize<JwsHeader>(json, DomainJson.Strict);
            if (header is not { Algorithm: "ES256" } || !Base64Url.IsValid(header.Thumbprint, out var length) || length != 32)
            {
                return false;
            }

            (type, signer) = (header.Type, Sha256Digest.FromBytes(Base64Url.DecodeFromChars(header.Thumbprint)));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
