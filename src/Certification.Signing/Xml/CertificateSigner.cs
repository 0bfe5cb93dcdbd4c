using System.Security.Cryptography;
using System.Text;
using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.Keys;

namespace Certification.Signing.Xml;

/// <summary>Signs a linted draft in the strict profile.</summary>
public static class CertificateSigner
{
    /// <summary>Signs the draft.</summary>
    /// <param name="linted">Only a draft that passed its lints is signed.</param>
    /// <param name="key">The issuing key; P-256.</param>
    /// <param name="signedAt">Business time of the signing; cut to whole seconds.</param>
    /// <exception cref="InvalidOperationException">What was written does not read back as the draft, or the key is not
    /// P-256: a fault of ours, on which nothing may be signed.</exception>
    public static async ValueTask<SignedCertificate> SignAsync(
        LintedDraft linted, ISigningKey key, DateTimeOffset signedAt, CancellationToken cancellationToken = default)
    {
        var certificate = new Certificate(
            linted.Draft, WholeSecond.Of(signedAt), VerificationKey.ThumbprintOf(key.Certificate));
        var body = Canonical(certificate);
        RequireSameContent(linted, body);
        var digest = SHA256.HashData(body);
        var digestValue = Convert.ToBase64String(digest);
        var signedInfo = Encoding.ASCII.GetBytes(DsigXml.SignedInfo($" xmlns=\"{DsigXml.Namespace}\"", digestValue));
        var value = await key.SignAsync(SHA256.HashData(signedInfo), cancellationToken);
        if (value.Length != 64)
        {
            throw new InvalidOperationException($"A P-256 signature has 64 bytes, the key {key.Certificate.Subject} gave {value.Length}.");
        }

        return new(certificate, Assemble(body, digestValue, value), Sha256Digest.FromBytes(digest));
    }

    /// <summary>The canonical body: the bytes that the certificate's digest is of.</summary>
    /// <exception cref="ArgumentException">A text holds a character that XML cannot carry.</exception>
    internal static byte[] Canonical(Certificate certificate) =>
        DsigXml.Canonicalize(StrictXml.Load(CertificateXmlWriter.Write(certificate)));

    // A writer and a reader that disagree would put words under the issuer's signature that no lint has seen.
    private static void RequireSameContent(LintedDraft linted, byte[] body)
    {
        if (CertificateXmlReader.Read(body).Content.Digest() != linted.Digest)
        {
            throw new InvalidOperationException($"Certificate {linted.Draft.Number} does not read back as it was linted.");
        }
    }

    // The file is the canonical body itself with the signature before its end tag: taking the signature out again gives the
    // very bytes that were hashed.
    private static byte[] Assemble(byte[] body, string digestValue, byte[] value)
    {
        var end = body.Length - "</Certificate>"u8.Length;
        var signature = Encoding.ASCII.GetBytes(
            $"""<Signature xmlns="{DsigXml.Namespace}">{DsigXml.SignedInfo("", digestValue)}<SignatureValue>{Convert.ToBase64String(value)}</SignatureValue></Signature>""");
        return [.. body.AsSpan(0, end), .. signature, .. body.AsSpan(end)];
    }
}
