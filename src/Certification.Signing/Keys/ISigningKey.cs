using System.Security.Cryptography.X509Certificates;

namespace Certification.Signing.Keys;

/// <summary>A private key that signs and never shows itself: a file in development, a key vault in production.</summary>
public interface ISigningKey
{
    /// <summary>The X.509 certificate of the key, without the private key.</summary>
    X509Certificate2 Certificate { get; }

    /// <summary>Signs a digest with ECDSA on P-256.</summary>
    /// <param name="sha256">32 bytes.</param>
    /// <returns>64 bytes, r‖s (IEEE P1363): what XML signatures and JWS both carry.</returns>
    ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> sha256, CancellationToken cancellationToken = default);
}
