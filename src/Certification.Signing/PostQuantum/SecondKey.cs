using System.Buffers.Text;
using System.Text;
using System.Text.Json.Serialization;
using Certification.Domain;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace Certification.Signing.PostQuantum;

/// <summary>A public key whose signatures a quantum computer does not forge, as a JSON Web Key of the Algorithm Key Pair type
/// (draft-ietf-cose-dilithium). It has no X.509 certificate: the signed trust list vouches for it.</summary>
/// <param name="KeyType">Always <c>AKP</c>.</param>
/// <param name="Algorithm"><see cref="MlDsa65"/>; lists may name others that this version does not know.</param>
/// <param name="PublicKey">Base64url; 1952 bytes for ML-DSA-65 (FIPS 204).</param>
public sealed record SecondKey(
    [property: JsonPropertyName("kty")] string KeyType, [property: JsonPropertyName("alg")] string Algorithm, [property: JsonPropertyName("pub")] string PublicKey)
{
    /// <summary>The one algorithm that this version signs with and verifies.</summary>
    public const string MlDsa65 = "ML-DSA-65";

    private const int MlDsa65Length = 1952;

    /// <summary>SHA-256 of the key's required members in lexical order (RFC 7638), in base64url: how a signature names it.</summary>
    [JsonIgnore]
    public string Id => Base64Url.EncodeToString(Sha256Digest.Of(Encoding.UTF8.GetBytes(
        $$"""{"alg":"{{Algorithm}}","kty":"{{KeyType}}","pub":"{{PublicKey}}"}""")).ToBytes());

    /// <summary>Checks a signature; false also for a key that is none.</summary>
    public bool Verifies(ReadOnlySpan<byte> message, byte[] signature)
    {
        if (Algorithm != MlDsa65 || !Base64Url.IsValid(PublicKey, out var length) || length != MlDsa65Length)
        {
            return false;
        }

        var verifier = new MLDsaSigner(MLDsaParameters.ml_dsa_65, deterministic: true);
        verifier.Init(false, MLDsaPublicKeyParameters.FromEncoding(MLDsaParameters.ml_dsa_65, Base64Url.DecodeFromChars(PublicKey)));
        verifier.BlockUpdate(message);
        return verifier.VerifySignature(signature);
    }
}
