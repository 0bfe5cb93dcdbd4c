using System.Security.Cryptography;

namespace Certification.Bench.Signing;

/// <summary>Teaches SignedXml ECDSA with SHA-256, for which .NET has no description; only the floor uses it.</summary>
public sealed class EcdsaSignatureDescription : SignatureDescription
{
    /// <summary>The algorithm's URI (RFC 9231 §2.3.6).</summary>
    public const string Uri = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";

    /// <inheritdoc/>
    public override HashAlgorithm CreateDigest() => SHA256.Create();

    /// <inheritdoc/>
    public override AsymmetricSignatureFormatter CreateFormatter(AsymmetricAlgorithm key) => new Formatter((ECDsa)key);

    private sealed class Formatter(ECDsa key) : AsymmetricSignatureFormatter
    {
        public override byte[] CreateSignature(byte[] rgbHash) => key.SignHash(rgbHash);

        public override void SetHashAlgorithm(string strName)
        {
            // The description has fixed it.
        }

        public override void SetKey(AsymmetricAlgorithm asymmetricKey)
        {
            // The description has given it.
        }
    }
}
