using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Certification.Signing.Keys;
using Certification.Signing.Tests.Verification;
using Certification.Testing.Certificates;
using Xunit;
using static Certification.Signing.Xml.CertificateFault;

namespace Certification.Signing.Tests.Attacks;

/// <summary>The document brings the key by which it wants to be believed. Keys come from pinned trust alone.</summary>
public sealed class KeyInfoTests(SignedSample signed) : IClassFixture<SignedSample>
{
    private static readonly AttackTable Attacks = new()
    {
        { "an Id in the KeyInfo", AttributeNotAllowed, xml => With(xml, "<KeyName Id=\"a\">XA</KeyName>") },
        { "a WS-Security token", NamespaceNotAllowed, xml => With(xml, "<SecurityTokenReference xmlns=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd\"/>") },
        { "an encrypted key", NamespaceNotAllowed, xml => With(xml, "<EncryptedKey xmlns=\"http://www.w3.org/2001/04/xmlenc#\"/>") },
        { "two KeyInfo", SignatureMalformed, xml => With(With(xml, "<KeyName>XA</KeyName>"), "<KeyName>XA</KeyName>") },
        { "a KeyInfo before the value", SignatureMalformed, xml => xml.Replace("<SignatureValue>", "<KeyInfo><KeyName>XA</KeyName></KeyInfo><SignatureValue>") },
        { "a KeyInfo in the SignedInfo", SignatureMalformed, xml => xml.Replace("</SignedInfo>", "<KeyInfo/></SignedInfo>") },
    };

    public static TheoryData<string> Names => Attacks.Names;

    public static TheoryData<string, string> Keys()
    {
        using var rsa = RSA.Create(3072);
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var spki = Convert.ToBase64String(ecdsa.ExportSubjectPublicKeyInfo());
        return new()
        {
            { "an RSA key", rsa.ToXmlString(includePrivateParameters: false).Replace("RSAKeyValue", "KeyValue") },
            { "an elliptic curve key", $"<DEREncodedKeyValue xmlns=\"http://www.w3.org/2009/xmldsig11#\">{spki}</DEREncodedKeyValue>" },
            { "a certificate", $"<X509Data><X509Certificate>{Convert.ToBase64String(SelfSigned(ecdsa).RawData)}</X509Certificate></X509Data>" },
            { "an address", "<RetrievalMethod URI=\"http://127.0.0.1:1/key\" Type=\"http://www.w3.org/2000/09/xmldsig#rawX509Certificate\"/>" },
            { "a name", "<KeyName>XA</KeyName>" },
        };
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_KeyInfo_of_another_form_is_refused(string name) => Attacks.Play(name, signed);

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_key_in_the_document_neither_helps_nor_hurts(string name, string key)
    {
        Assert.NotEmpty(name);
        Assert.Equal(signed.Certificate.CanonicalDigest, signed.Check(With(signed.Text, key)).CanonicalDigest);
        Assert.Equal(DigestMismatch, signed.Check(AttackTable.Evil(With(signed.Text, key))).Fault);
    }

    [Fact]
    public async Task A_forger_who_encloses_his_own_certificate_is_not_believed()
    {
        // Of the same code and name as the real authority: names prove nothing.
        using var forger = new SampleAuthority();
        var forged = Encoding.UTF8.GetString((await forger.SignAsync()).Xml);
        var enclosed = With(forged, $"<X509Data><X509Certificate>{Convert.ToBase64String(forger.Keys.Issuing.Certificate.RawData)}</X509Certificate></X509Data>");
        var check = signed.Check(enclosed);
        Assert.Equal(VerificationKey.ThumbprintOf(forger.Keys.Issuing.Certificate), check.IssuerSought);
        Assert.Null(check.Certificate);
    }

    private static string With(string xml, string key) => xml.Replace("</Signature>", $"<KeyInfo>{key}</KeyInfo></Signature>");

    private static X509Certificate2 SelfSigned(ECDsa key) =>
        new CertificateRequest("CN=XA", key, HashAlgorithmName.SHA256).CreateSelfSigned(SampleDraft.Day.AddDays(-1), SampleDraft.Day.AddYears(1));
}
