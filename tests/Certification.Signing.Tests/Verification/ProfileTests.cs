using Certification.Signing.Verification;
using Certification.Signing.Xml;
using Xunit;

namespace Certification.Signing.Tests.Verification;

/// <summary>Starts from a certificate that verifies, breaks one thing, and expects the one fault. Most of these breaks are
/// accepted by general XML-DSig implementations.</summary>
public sealed class ProfileTests(SignedSample signed) : IClassFixture<SignedSample>
{
    private const string C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private const string Doctype = "<!DOCTYPE Certificate [<!ENTITY e \"x\">]>";

    private static readonly Dictionary<string, (CertificateFault Fault, Func<string, string> Break)> Breaks = new()
    {
        ["not XML"] = (CertificateFault.NotWellFormed, xml => xml.Replace("</Certificate>", "")),
        ["a byte order mark"] = (CertificateFault.EncodingNotAllowed, xml => "\ufeff" + xml),
        ["another encoding"] = (CertificateFault.EncodingNotAllowed, xml => "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>" + xml),
        ["a document type"] = (CertificateFault.DoctypePresent, xml => Doctype + xml),
        ["a processing instruction"] = (CertificateFault.ProcessingInstructionPresent, xml => xml.Replace("<Holder>", "<?x y?><Holder>")),
        ["a comment in a text"] = (CertificateFault.CommentPresent, xml => xml.Replace("<Code>XA</Code>", "<Code>XA<!-- --></Code>")),
        ["a comment before the root"] = (CertificateFault.CommentPresent, xml => "<!-- -->" + xml),
        ["a CDATA section"] = (CertificateFault.CdataPresent, xml => xml.Replace("<Code>XA</Code>", "<Code><![CDATA[XA]]></Code>")),
        ["deep nesting"] = (CertificateFault.TooDeep, xml => xml.Replace("<Holder>", string.Concat(Enumerable.Repeat("<Holder>", 20_000)))),
        ["many attributes"] = (CertificateFault.TooManyAttributes, xml => xml.Replace("<Holder>", "<Holder a=\"1\" b=\"1\" c=\"1\" d=\"1\" e=\"1\">")),
        ["xml:lang"] = (CertificateFault.XmlAttributePresent, xml => xml.Replace("<Holder>", "<Holder xml:lang=\"en\">")),
        ["an Id"] = (CertificateFault.AttributeNotAllowed, xml => xml.Replace("<Holder>", "<Holder Id=\"a\">")),
        ["an Id on the signature"] = (CertificateFault.AttributeNotAllowed, xml => xml.Replace("<SignedInfo>", "<SignedInfo Id=\"a\">")),
        ["an unknown namespace"] = (CertificateFault.NamespaceNotAllowed, xml => xml.Replace("<Holder>", "<Holder xmlns:x=\"urn:x\">")),
        ["a relative namespace"] = (CertificateFault.NamespaceNotAllowed, xml => xml.Replace("<Holder>", "<Holder xmlns:x=\"x\">")),
        ["no namespace"] = (CertificateFault.NamespaceNotAllowed, xml => xml.Replace("<Holder>", "<Holder xmlns=\"\">")),
        ["another root"] = (CertificateFault.RootUnknown, xml => xml.Replace("<Certificate ", "<Zertifikat ").Replace("</Certificate>", "</Zertifikat>")),
        ["no signature"] = (CertificateFault.SignatureMissing, xml => xml.Remove(xml.IndexOf("<Signature ", StringComparison.Ordinal)) + "</Certificate>"),
        ["two signatures"] = (CertificateFault.SignatureRepeated, xml => xml.Replace("</Certificate>", SignedSample.SignatureOf(xml) + "</Certificate>")),
        ["something after the signature"] = (CertificateFault.SignatureNotLast, xml => xml.Replace("</Signature>", "</Signature>\n")),
        ["an unsigned Object"] = (CertificateFault.ObjectPresent, xml => xml.Replace("</SignatureValue>", "</SignatureValue><Object></Object>")),
        ["no signature value"] = (CertificateFault.SignatureMalformed, xml => Cut(xml, "<SignatureValue>", "</SignatureValue>")),
        ["a text in the signature"] = (CertificateFault.SignatureMalformed, xml => xml.Replace("<SignedInfo>", "x<SignedInfo>")),
        ["inclusive C14N"] = (CertificateFault.CanonicalizationNotAllowed, xml => xml.Replace($"Method Algorithm=\"{C14N}\"", "Method Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\"")),
        ["RSA with SHA-1"] = (CertificateFault.SignatureAlgorithmNotAllowed, xml => xml.Replace("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", "http://www.w3.org/2000/09/xmldsig#rsa-sha1")),
        ["HMAC"] = (CertificateFault.SignatureAlgorithmNotAllowed, xml => xml.Replace("xmldsig-more#ecdsa-sha256", "xmldsig-more#hmac-sha256")),
        ["two references"] = (CertificateFault.ReferenceRepeated, xml => xml.Replace("</Reference>", "</Reference><Reference URI=\"\"></Reference>")),
        ["a reference to an Id"] = (CertificateFault.ReferenceNotTheDocument, xml => xml.Replace("URI=\"\"", "URI=\"#a\"")),
        ["an XPointer"] = (CertificateFault.ReferenceNotTheDocument, xml => xml.Replace("URI=\"\"", "URI=\"#xpointer(/)\"")),
        ["no reference URI"] = (CertificateFault.ReferenceNotTheDocument, xml => xml.Replace(" URI=\"\"", "")),
        ["an XSLT transform"] = (CertificateFault.TransformNotAllowed, xml => xml.Replace("Transform Algorithm=\"" + C14N, "Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116")),
        ["three transforms"] = (CertificateFault.TransformNotAllowed, xml => xml.Replace("</Transforms>", $"<Transform Algorithm=\"{C14N}\"></Transform></Transforms>")),
        ["transform parameters"] = (CertificateFault.TransformNotAllowed, xml => xml.Replace($"<Transform Algorithm=\"{C14N}\">", $"<Transform Algorithm=\"{C14N}\"><Transforms/>")),
        ["SHA-1"] = (CertificateFault.DigestAlgorithmNotAllowed, xml => xml.Replace("http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2000/09/xmldsig#sha1")),
        ["a digest by type name"] = (CertificateFault.DigestAlgorithmNotAllowed, xml => xml.Replace("http://www.w3.org/2001/04/xmlenc#sha256", "System.Security.Cryptography.MD5")),
        ["a short digest"] = (CertificateFault.SignatureMalformed, xml => xml.Replace("<DigestValue>", "<DigestValue>AAAA")),
        ["one character of the body"] = (CertificateFault.DigestMismatch, xml => xml.Replace("60/min", "61/min")),
        ["white space in the body"] = (CertificateFault.DigestMismatch, xml => xml.Replace("<Holder>", " <Holder>")),
        ["a KeyInfo in the body"] = (CertificateFault.NamespaceNotAllowed, xml => xml.Replace("<Holder>", "<KeyInfo xmlns=\"http://www.w3.org/2000/09/xmldsig#\"></KeyInfo><Holder>")),
        ["the signed body wrapped"] = (CertificateFault.NamespaceNotAllowed, xml => xml.Replace("</SignatureValue>", "</SignatureValue><KeyInfo></KeyInfo>" + SignedSample.BodyOf(xml))),
        ["an evil body around the signed one"] = (CertificateFault.NamespaceNotAllowed, xml => SignedSample.BodyOf(xml).Replace("</Certificate>", xml + "</Certificate>").Replace("60/min", "61/min")),
        ["the other half of the signature"] = (CertificateFault.SignatureInvalid, xml => Flip(xml)),
    };

    public static TheoryData<string> Names => new(Breaks.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void One_broken_thing_gives_one_fault(string name)
    {
        var (fault, broken) = Breaks[name];
        var text = broken(signed.Text);
        Assert.NotEqual(signed.Text, text);
        var check = signed.Check(text);
        Assert.Equal(fault, check.Fault);
        Assert.Null(check.Certificate);
    }

    [Theory]
    [InlineData("</Signature>", "<KeyInfo><KeyName>mallory</KeyName></KeyInfo></Signature>")]
    [InlineData("<SignatureValue>", "<SignatureValue>\n")]
    public void What_nobody_signed_and_nobody_reads_changes_neither_verdict_nor_digest(string old, string replacement)
    {
        var check = signed.Check(signed.Text.Replace(old, replacement));
        Assert.Equal(signed.Certificate.CanonicalDigest, check.CanonicalDigest);
    }

    [Fact]
    public void A_file_over_the_limit_is_not_parsed() =>
        Assert.Equal(CertificateFault.TooLarge, CertificateVerifier.Check(new byte[5 * 1024 * 1024], _ => null).Fault);

    [Fact]
    public void An_issuer_who_is_not_pinned_is_sought_not_believed()
    {
        var check = CertificateVerifier.Check(signed.Certificate.Xml, _ => null);
        Assert.Equal(signed.Certificate.Certificate.IssuerCertificate, check.IssuerSought);
        Assert.Null(check.Certificate);
    }

    [Fact]
    public void Every_fault_of_a_file_has_its_own_code() =>
        Assert.Equal(Enum.GetValues<CertificateFault>().Length, Enum.GetValues<CertificateFault>().Select(fault => fault.Code()).Distinct().Count());

    private static string Cut(string xml, string from, string to) => SignedSample.Between(xml, from, to, "").Replace(from + to, "");

    private static string Flip(string xml)
    {
        var value = SignedSample.ValueOf(xml);
        value[40] ^= 1;
        return SignedSample.WithValue(xml, value);
    }
}
