using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Certification.Domain;

namespace Certification.Signing.Json;

/// <summary>The one JOSE header of this system. Any other member, <c>crit</c>, <c>jwk</c> or <c>jku</c> among them, is refused.
/// Credentials alone say besides what readers of VC-JOSE-COSE look for: content type, issuer, and the key as the issuer's.</summary>
internal sealed record JwsHeader(
    [property: JsonPropertyName("alg")] string Algorithm,
    [property: JsonPropertyName("typ")] string Type,
    [property: JsonPropertyName("x5t#S256")] string Thumbprint,
    [property: JsonPropertyName("cty")] string? ContentType = null,
    [property: JsonPropertyName("iss")] string? Issuer = null,
    [property: JsonPropertyName("kid")] string? KeyId = null)
{
    private const string OnlyAlgorithm = "ES256";
    private const string CredentialContent = "vc";

    /// <summary>The header of a document.</summary>
    public static JwsHeader Of(string type, Sha256Digest signer) => new(OnlyAlgorithm, type, Base64Url.EncodeToString(signer.ToBytes()));

    /// <summary>The header of a credential.</summary>
    /// <param name="issuer">Id of the authority that issues it.</param>
    public static JwsHeader OfCredential(string issuer, Sha256Digest signer)
    {
        var header = Of(SignedJsonTypes.Credential, signer);
        return header with { ContentType = CredentialContent, Issuer = issuer, KeyId = $"{issuer}#{header.Thumbprint}" };
    }

    /// <summary>Reads a header; false when it is not exactly of this form.</summary>
    public static bool TryRead(ReadOnlySpan<byte> json, [NotNullWhen(true)] out JwsHeader? header, out Sha256Digest signer)
    {
        (header, signer) = (null, default);
        try
        {
            var read = JsonSerializer.Deserialize<JwsHeader>(json, DomainJson.Strict);
            if (read is not { Algorithm: OnlyAlgorithm } || !Base64Url.IsValid(read.Thumbprint, out var length) || length != 32)
            {
                return false;
            }

            signer = Sha256Digest.FromBytes(Base64Url.DecodeFromChars(read.Thumbprint));
            header = read == (read.Type == SignedJsonTypes.Credential ? OfCredential(read.Issuer ?? "", signer) : Of(read.Type, signer)) ? read : null;
            return header is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
