using System.Security.Cryptography;
using System.Buffers.Text;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace Certification.Signing.PostQuantum;

/// <summary>The private key of second signatures, from its seed of 32 bytes (FIPS 204 §6.1). Signing is deterministic: the same document
/// gets the same bytes.</summary>
public sealed class SecondSigningKey
{
    private const int SeedLength = 32;
    private const string Label = "ML-DSA-65 SEED";
    private readonly MLDsaPrivateKeyParameters _key;

    private SecondSigningKey(byte[] seed) => _key = MLDsaPrivateKeyParameters.FromSeed(MLDsaParameters.ml_dsa_65, seed);

    /// <summary>Name of its file in a key folder.</summary>
    public const string File = "second-ml-dsa-65.key.pem";

    /// <summary>The public part.</summary>
    public SecondKey Public => new("AKP", SecondKey.MlDsa65, Base64Url.EncodeToString(_key.GetPublicKeyEncoded()));

    /// <summary>A fresh key as PEM.</summary>
    public static string MakePem() => PemEncoding.WriteString(Label, RandomNumberGenerator.GetBytes(SeedLength));

    /// <summary>Reads a key.</summary>
    /// <exception cref="CryptographicException">The text is no such key.</exception>
    public static SecondSigningKey FromPem(string pem)
    {
        if (!PemEncoding.TryFind(pem, out var found) || !pem.AsSpan()[found.Label].SequenceEqual(Label) || found.DecodedDataLength != SeedLength)
        {
            throw new CryptographicException($"This is no {Label} of {SeedLength} bytes.");
        }

        return new(Convert.FromBase64String(pem[found.Base64Data]));
    }

    /// <summary>Signs a message.</summary>
    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        var signer = new MLDsaSigner(MLDsaParameters.ml_dsa_65, deterministic: true);
        signer.Init(true, _key);
        signer.BlockUpdate(message);
        return signer.GenerateSignature();
    }
}
