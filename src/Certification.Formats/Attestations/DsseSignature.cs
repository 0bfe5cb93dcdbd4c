using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Certification.Domain.Evidence;

namespace Certification.Formats.Attestations;

/// <summary>Signatures of DSSE envelopes (protocol 1.0.2): over the pre-authentication encoding, never over the payload alone.</summary>
internal static class DsseSignature
{
    /// <summary>Base64 of either alphabet; null for anything else.</summary>
    public static byte[]? Decode(string text)
    {
        var plain = text.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        plain = plain.PadRight((plain.Length + 3) / 4 * 4, '=');
        return Base64.IsValid(plain) ? Convert.FromBase64String(plain) : null;
    }

    /// <summary>What is signed: both lengths stand in it, so that no two pairs of type and payload give the same bytes.</summary>
    public static byte[] PreAuthenticationEncoding(string type, byte[] payload) =>
    [
        .. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"DSSEv1 {Encoding.UTF8.GetByteCount(type)} {type} {payload.Length} ")),
        .. payload,
    ];

    /// <summary>What a signature is worth under these keys.</summary>
    /// <param name="keyId">The key that the envelope names; only a hint, since anybody can write it.</param>
    public static EnvelopeSignature Verify(byte[] encoded, string signature, string? keyId, IReadOnlyList<TrustedKey> keys)
    {
        if (Decode(signature) is not { } bytes || !LooksLikeOne(bytes))
            return new(SignatureStanding.Invalid, keyId);
        if (keys.Count == 0)
            return new(SignatureStanding.Unverified, keyId);
        if (keys.FirstOrDefault(key => IsBy(key, encoded, bytes)) is { } signer)
            return new(SignatureStanding.Valid, keyId, KeyNotBefore: signer.NotBefore, KeyNotAfter: signer.NotAfter);
        var isNamed = keyId is { Length: > 0 } && keys.Any(key => key.Id == keyId);
        return new(isNamed ? SignatureStanding.Invalid : SignatureStanding.KeyUnknown, keyId);
    }

    // Either two integers side by side, or a DER sequence that spans the bytes; longer ones are of RSA and may be anything.
    private static bool LooksLikeOne(byte[] bytes) => bytes.Length is 64 or 96 or 132 or >= 256
        || (bytes.Length > 8 && bytes[0] == 0x30 && bytes[1] == bytes.Length - 2 && bytes[2] == 0x02);

    // Tools write ECDSA signatures either as DER or as r and s side by side.
    private static bool IsBy(TrustedKey trusted, byte[] encoded, byte[] signature)
    {
        var (key, hash) = trusted.Import();
        using (key)
        {
            return key.VerifyData(encoded, signature, hash, DSASignatureFormat.Rfc3279DerSequence)
                || key.VerifyData(encoded, signature, hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
    }
}
