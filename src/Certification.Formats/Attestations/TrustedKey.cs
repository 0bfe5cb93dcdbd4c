using System.Security.Cryptography;

namespace Certification.Formats.Attestations;

/// <summary>A public key that signatures of attestations are verified with. Trust comes from whoever passes it, never from a
/// key that the attestation itself carries.</summary>
/// <param name="Pem">A <c>PUBLIC KEY</c> of ECDSA on P-256 or P-384; text around it is passed over.</param>
public sealed record TrustedKey(string Pem)
{
    /// <summary>Takes PEM text.</summary>
    /// <exception cref="FormatException">It holds no public key of ECDSA.</exception>
    public static TrustedKey Parse(string pem)
    {
        var trusted = new TrustedKey(pem);
        try
        {
            trusted.Import().Key.Dispose();
            return trusted;
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            throw new FormatException("The file holds no public key of ECDSA in PEM.", fault);
        }
    }

    /// <summary>The key with the hash that belongs to its curve.</summary>
    /// <exception cref="ArgumentException">The text holds no such key.</exception>
    internal (ECDsa Key, HashAlgorithmName Hash) Import()
    {
        var key = ECDsa.Create();
        key.ImportFromPem(Pem);
        return (key, key.KeySize > 256 ? HashAlgorithmName.SHA384 : HashAlgorithmName.SHA256);
    }
}
