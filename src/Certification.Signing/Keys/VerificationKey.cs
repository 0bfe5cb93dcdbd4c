using System.Security.Cryptography;
using System.Security.Cryptography.Cose;
using System.Security.Cryptography.X509Certificates;
using Certification.Domain;

namespace Certification.Signing.Keys;

/// <summary>A public key taken out of its certificate once: decoding it for every signature costs more than the signature.</summary>
public sealed class VerificationKey
{
    private readonly ECDsa? _ecdsa;
    private readonly RSA? _rsa;

    /// <summary>Takes the public key of the certificate.</summary>
    public VerificationKey(X509Certificate2 certificate)
    {
        Thumbprint = ThumbprintOf(certificate);
        _ecdsa = certificate.GetECDsaPublicKey();
        _rsa = _ecdsa is null ? certificate.GetRSAPublicKey() : null;
    }

    /// <summary>SHA-256 of the certificate's DER form (the <c>x5t#S256</c> of RFC 7515 §4.1.8).</summary>
    public Sha256Digest Thumbprint { get; }

    /// <summary>ECDSA on P-256 or P-384.</summary>
    public bool IsEcdsa => _ecdsa?.KeySize is 256 or 384;

    /// <summary>RSA with at least 3072 bits.</summary>
    public bool IsStrongRsa => _rsa?.KeySize >= 3072;

    /// <summary>SHA-256 of the certificate's DER form.</summary>
    public static Sha256Digest ThumbprintOf(X509Certificate2 certificate) => Sha256Digest.Of(certificate.RawDataMemory.Span);

    /// <summary>Checks an ECDSA signature in the r‖s form; any other length or form is simply false.</summary>
    public bool VerifyEcdsa(ReadOnlySpan<byte> sha256, ReadOnlySpan<byte> signature)
    {
        if (!IsEcdsa)
        {
            return false;
        }

        // ECDsa promises no thread safety; a verification takes some 50 µs, so waiting is cheaper than a pool.
        lock (_ecdsa!)
        {
            return _ecdsa.VerifyHash(sha256, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
    }

    /// <summary>Checks the signature of a COSE message, whose algorithm the caller has looked at.</summary>
    internal bool VerifyCose(CoseSign1Message message)
    {
        if (!IsEcdsa)
        {
            return false;
        }

        lock (_ecdsa!)
        {
            return message.VerifyEmbedded(_ecdsa);
        }
    }

    /// <summary>Checks an RSA PKCS #1 v1.5 signature.</summary>
    public bool VerifyRsa(ReadOnlySpan<byte> sha256, ReadOnlySpan<byte> signature)
    {
        if (!IsStrongRsa)
        {
            return false;
        }

        lock (_rsa!)
        {
            return _rsa.VerifyHash(sha256, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
    }
}
