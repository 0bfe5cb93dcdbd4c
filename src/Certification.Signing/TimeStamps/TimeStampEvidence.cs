using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Certification.Domain;
using Certification.Signing.Trust;

namespace Certification.Signing.TimeStamps;

/// <summary>An RFC 3161 time-stamp over a certificate's canonical digest, and whose time-stamps the verifier believes.</summary>
/// <param name="Roots">Pinned roots of time-stamping authorities; without any a token proves nothing and is passed over.</param>
/// <param name="Token">The TimeStampToken in DER; null when there is none.</param>
public sealed record TimeStampEvidence(IReadOnlyList<X509Certificate2> Roots, ReadOnlyMemory<byte>? Token)
{
    /// <summary>By when the document existed.</summary>
    /// <param name="digest">SHA-256 of the canonical signed body.</param>
    /// <param name="fault">Why the token does not say; null when it does, or when there is nothing to ask.</param>
    /// <returns>The token's time with its accuracy added; null when it proves nothing.</returns>
    public DateTimeOffset? ExistedAt(Sha256Digest digest, out Reason? fault)
    {
        fault = null;
        if (Token is not { } token || Roots.Count == 0)
        {
            return null;
        }

        if (!Rfc3161TimestampToken.TryDecode(token, out var stamp, out var read) || read != token.Length)
        {
            fault = new("time-stamp.invalid", "This is no RFC 3161 time-stamp token whose own signature holds.");
            return null;
        }

        fault = Judge(stamp, digest.ToBytes());
        return fault is null ? stamp.TokenInfo.Timestamp.AddMicroseconds(stamp.TokenInfo.AccuracyInMicroseconds ?? 0) : null;
    }

    private Reason? Judge(Rfc3161TimestampToken stamp, byte[] digest)
    {
        if (!stamp.TokenInfo.GetMessageHash().Span.SequenceEqual(digest))
        {
            return new("time-stamp.other-document", "The time-stamp is of another document.");
        }

        // The framework checks the key's use for time-stamping alone, and that its certificate was valid at the stamp's time.
        var enclosed = stamp.AsSignedCms().Certificates;
        if (!stamp.VerifySignatureForHash(digest, HashAlgorithmName.SHA256, out var signer, enclosed) || signer is null)
        {
            return new("time-stamp.invalid", "The time-stamp's signature does not hold.");
        }

        return Roots.Any(root => ChainCheck.LeadsTo(root, signer, enclosed))
            ? null
            : new("time-stamp.authority-unknown", $"No pinned root vouches for the time-stamping authority {signer.Subject}.");
    }
}
