using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Certification.Signing.Keys;

/// <summary>A P-256 key held in memory, as read from PEM.</summary>
public sealed class PemSigningKey : ISigningKey, IDisposable
{
    private readonly ECDsa _key;

    private PemSigningKey(X509Certificate2 certificate, ECDsa key) => (Certificate, _key) = (certificate, key);

    /// <inheritdoc/>
    public X509Certificate2 Certificate { get; }

    /// <summary>Reads a key and its certificate.</summary>
    /// <param name="certificatePem">One CERTIFICATE block.</param>
    /// <param name="keyPem">One PRIVATE KEY block (PKCS #8).</param>
    /// <exception cref="CryptographicException">The text is no key or no certificate, the curve is not P-256, or the two do not
    /// belong together.</exception>
    public static PemSigningKey FromPem(string certificatePem, string keyPem)
    {
        var certificate = X509Certificate2.CreateFromPem(certificatePem);
        var key = ECDsa.Create();
        key.ImportFromPem(keyPem);
        using var publicKey = certificate.GetECDsaPublicKey();
        if (publicKey is null || key.KeySize != 256
            || !publicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key.ExportSubjectPublicKeyInfo()))
        {
            key.Dispose();
            throw new CryptographicException($"The key does not belong to the P-256 certificate {certificate.Subject}.");
        }

        return new(certificate, key);
    }

    /// <inheritdoc/>
    public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> sha256, CancellationToken cancellationToken = default)
    {
        // ECDsa promises no thread safety, and one authority signs from several workflows at once.
        lock (_key)
        {
            return ValueTask.FromResult(_key.SignHash(sha256.Span, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _key.Dispose();
        Certificate.Dispose();
    }
}
