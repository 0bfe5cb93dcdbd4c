using System.Security.Cryptography;

namespace Certification.Formats.Attestations;

/// <summary>A public key that signatures of attestations are verified with. Trust comes from whoever passes it, never from a
/// key that the attestation itself carries.</summary>
/// <param name="Pem">A <c>PUBLIC KEY</c> of ECDSA on P-256 or P-384; text around it is passed over.</param>
/// <param name="Id">What attestations call it (<c>keyid</c>); null when that is not known.</param>
/// <param name="NotBefore">First instant at which its signatures count; null for always.</param>
/// <param name="NotAfter">Last instant at which they do; null for always.</param>
public sealed record TrustedKey(string Pem, string? Id = null, DateTimeOffset? NotBefore = null, DateTimeOffset? NotAfter = null)
{
    /// <summary>Checks that the text holds a key that can be used.</summary>
    /// <exception cref="FormatException">It holds no public key of ECDSA.</exception>
    public TrustedKey Checked()
    {
        try
        {
            Import().Key.Dispose();
            return this;
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
