using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Certification.Signing.Tests.Verification;
using Xunit;
using static Certification.Signing.Tests.Verification.SignedSample;
using static Certification.Signing.Xml.CertificateFault;

namespace Certification.Signing.Tests.Attacks;

/// <summary>The file talks the verifier into another algorithm, a weaker digest, or a signature value that proves nothing.</summary>
public sealed class AlgorithmTests(SignedSample signed) : IClassFixture<SignedSample>
{
    private const string Ecdsa = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
    private const string Digest = "http://www.w3.org/2001/04/xmlenc#sha256";

    // Order of the base point of P-256 (FIPS 186-5, SP 800-186 §3.2.1.3).
    private static readonly BigInteger Order = BigInteger.Parse(
        "0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", System.Globalization.NumberStyles.HexNumber, null);

    private static readonly AttackTable Attacks = new()
    {
        { "RSA named for an ECDSA key", KeyNotAllowed, xml => xml.Replace(Ecdsa, "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256") },
        { "RSA with SHA-1", SignatureAlgorithmNotAllowed, Method("http://www.w3.org/2000/09/xmldsig#rsa-sha1") },
        { "RSA with MD5", SignatureAlgorithmNotAllowed, Method("http://www.w3.org/2001/04/xmldsig-more#rsa-md5") },
        { "DSA with SHA-1", SignatureAlgorithmNotAllowed, Method("http://www.w3.org/2000/09/xmldsig#dsa-sha1") },
        { "ECDSA with SHA-1", SignatureAlgorithmNotAllowed, Method("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1") },
        { "ECDSA with SHA-512", SignatureAlgorithmNotAllowed, Method("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512") },
        { "no algorithm", SignatureAlgorithmNotAllowed, Method("") },
        { "the algorithm in other letters", SignatureAlgorithmNotAllowed, Method(Ecdsa.ToUpperInvariant()) },
        { "the algorithm with a space", SignatureAlgorithmNotAllowed, Method(Ecdsa + " ") },
        { "a .NET type as algorithm", SignatureAlgorithmNotAllowed, Method("System.Security.Cryptography.HMACSHA256") },
        { "an HMAC cut to nothing", SignatureAlgorithmNotAllowed, xml => xml.Replace($"<SignatureMethod Algorithm=\"{Ecdsa}\">", $"<SignatureMethod Algorithm=\"{Ecdsa}\"><HMACOutputLength>0</HMACOutputLength>") },
        { "SHA-1 as digest", DigestAlgorithmNotAllowed, Hash("http://www.w3.org/2000/09/xmldsig#sha1") },
        { "MD5 as digest", DigestAlgorithmNotAllowed, Hash("http://www.w3.org/2001/04/xmldsig-more#md5") },
        { "SHA-224 as digest", DigestAlgorithmNotAllowed, Hash("http://www.w3.org/2001/04/xmldsig-more#sha224") },
        { "a .NET type as digest", DigestAlgorithmNotAllowed, Hash("System.Security.Cryptography.MD5CryptoServiceProvider, System") },
        { "a digest with parameters", DigestAlgorithmNotAllowed, xml => xml.Replace($"<DigestMethod Algorithm=\"{Digest}\">", $"<DigestMethod Algorithm=\"{Digest}\"><DigestValue/>") },
        { "an empty digest value", SignatureMalformed, xml => Between(xml, "<DigestValue>", "</DigestValue>", "") },
        { "half of the digest value", SignatureMalformed, xml => Between(xml, "<DigestValue>", "</DigestValue>", Convert.ToBase64String(new byte[16])) },
        { "an empty signature value", SignatureMalformed, xml => WithValue(xml, []) },
        { "zeros for r and s", SignatureInvalid, xml => WithValue(xml, new byte[64]) },
        { "the order for r and s", SignatureInvalid, xml => WithValue(xml, [.. Bytes(Order), .. Bytes(Order)]) },
        { "half of the signature value", SignatureInvalid, xml => WithValue(xml, ValueOf(xml)[..32]) },
        { "a byte after the signature value", SignatureInvalid, xml => WithValue(xml, [.. ValueOf(xml), 0]) },
        { "the signature value as DER", SignatureInvalid, xml => WithValue(xml, [0x30, 0x44, 0x02, 0x20, .. ValueOf(xml)[..32], 0x02, 0x20, .. ValueOf(xml)[32..]]) },
        { "r and s exchanged", SignatureInvalid, xml => WithValue(xml, [.. ValueOf(xml)[32..], .. ValueOf(xml)[..32]]) },
        { "the digest of the forged body", SignatureInvalid, xml => Redigest(AttackTable.Evil(xml)) },
    };

    public static TheoryData<string> Names => Attacks.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Another_algorithm_or_value_is_refused(string name) => Attacks.Play(name, signed);

    [Fact]
    public void The_issuers_public_key_as_secret_of_an_HMAC_is_refused()
    {
        var forged = Method("http://www.w3.org/2001/04/xmldsig-more#hmac-sha256")(signed.Text);
        var info = forged[forged.IndexOf("<SignedInfo>", StringComparison.Ordinal)..(forged.IndexOf("</SignedInfo>", StringComparison.Ordinal) + "</SignedInfo>".Length)];
        var secret = signed.Xa.Keys.Issuing.Certificate.GetECDsaPublicKey()!.ExportSubjectPublicKeyInfo();
        var canonical = info.Replace("<SignedInfo>", "<SignedInfo xmlns=\"http://www.w3.org/2000/09/xmldsig#\">");
        var check = signed.Check(WithValue(forged, HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(canonical))));
        Assert.Equal(SignatureAlgorithmNotAllowed, check.Fault);
    }

    [Fact]
    public void The_other_signature_value_that_holds_too_makes_no_other_certificate()
    {
        // ECDSA is malleable: with (r, s) also (r, n-s) verifies. So identity is the digest of the signed body, and the two agree.
        var value = ValueOf(signed.Text);
        var other = Order - new BigInteger(value.AsSpan(32), isUnsigned: true, isBigEndian: true);
        var check = signed.Check(WithValue(signed.Text, [.. value[..32], .. Bytes(other)]));
        Assert.Equal(signed.Certificate.CanonicalDigest, check.CanonicalDigest);
    }

    private static Func<string, string> Method(string uri) => xml => xml.Replace($"<SignatureMethod Algorithm=\"{Ecdsa}\"", $"<SignatureMethod Algorithm=\"{uri}\"");

    private static Func<string, string> Hash(string uri) => xml => xml.Replace(Digest, uri);

    private static string Redigest(string xml) =>
        Between(xml, "<DigestValue>", "</DigestValue>", Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(BodyOf(xml)))));

    private static byte[] Bytes(BigInteger number)
    {
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[32 - bytes.Length], .. bytes];
    }
}
