using Certification.Signing.Tests.Verification;
using Xunit;
using static Certification.Signing.Xml.CertificateFault;

namespace Certification.Signing.Tests.Attacks;

/// <summary>Transforms that choose what is hashed, references to parts, and ids that two elements share.</summary>
public sealed class ReferenceTests(SignedSample signed) : IClassFixture<SignedSample>
{
    private const string C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private const string Enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";

    private static readonly AttackTable Attacks = new()
    {
        { "XPath that selects nothing", TransformNotAllowed, Second("http://www.w3.org/TR/1999/REC-xpath-19991116", "<XPath>false()</XPath>") },
        { "XPath filter 2", TransformNotAllowed, Second("http://www.w3.org/2002/06/xmldsig-filter2", "") },
        { "XSLT", TransformNotAllowed, Second("http://www.w3.org/TR/1999/REC-xslt-19991116", "") },
        { "base64", TransformNotAllowed, Second("http://www.w3.org/2000/09/xmldsig#base64", "") },
        { "decryption", TransformNotAllowed, Second("http://www.w3.org/2002/07/decrypt#XML", "") },
        { "inclusive C14N", TransformNotAllowed, Second("http://www.w3.org/TR/2001/REC-xml-c14n-20010315", "") },
        { "C14N with comments", TransformNotAllowed, Second(C14N + "WithComments", "") },
        { "a C14N that leaves out a namespace", TransformNotAllowed, Second(C14N, "<InclusiveNamespaces/>") },
        { "an XPath beside the two", TransformNotAllowed, xml => xml.Replace("</Transforms>", "<Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\"><XPath>true()</XPath></Transform></Transforms>") },
        { "two C14N", TransformNotAllowed, xml => xml.Replace(Enveloped, C14N) },
        { "the enveloped transform twice", TransformNotAllowed, Second(Enveloped, "") },
        { "the two in the other order", TransformNotAllowed, xml => xml.Replace(Enveloped, "x:").Replace($"<Transform Algorithm=\"{C14N}\"", $"<Transform Algorithm=\"{Enveloped}\"").Replace("x:", C14N) },
        { "no transforms", SignatureMalformed, xml => SignedSample.Between(xml, "<Reference URI=\"\">", "<DigestMethod", "") },
        { "empty transforms", TransformNotAllowed, xml => SignedSample.Between(xml, "<Transforms>", "</Transforms>", "") },
        { "a hundred transforms", TransformNotAllowed, xml => xml.Replace("</Transforms>", string.Concat(Enumerable.Repeat($"<Transform Algorithm=\"{C14N}\"/>", 100)) + "</Transforms>") },
        { "two references", ReferenceRepeated, xml => xml.Replace("</SignedInfo>", "<Reference URI=\"#other\"></Reference></SignedInfo>") },
        { "no reference", SignatureMalformed, xml => SignedSample.Between(xml, "</SignatureMethod>", "</SignedInfo>", "") },
        { "a reference to an id", ReferenceNotTheDocument, Uri("#a") },
        { "a reference to a file", ReferenceNotTheDocument, Uri("file:///etc/passwd") },
        { "a reference to the network", ReferenceNotTheDocument, Uri("http://169.254.169.254/latest/meta-data") },
        { "an XPointer to the root", ReferenceNotTheDocument, Uri("#xpointer(/)") },
        { "an XPointer to an id", ReferenceNotTheDocument, Uri("#xpointer(id('a'))") },
        { "a reference of a space", ReferenceNotTheDocument, Uri(" ") },
        { "a reference without address", ReferenceNotTheDocument, xml => xml.Replace(" URI=\"\"", "") },
        { "a reference of a type", AttributeNotAllowed, xml => xml.Replace("<Reference ", "<Reference Type=\"http://www.w3.org/2000/09/xmldsig#Manifest\" ") },
        { "one Id", AttributeNotAllowed, xml => xml.Replace("<Holder>", "<Holder Id=\"a\">") },
        { "the same Id twice", AttributeNotAllowed, xml => xml.Replace("<Holder>", "<Holder Id=\"a\">").Replace("<System>", "<System Id=\"a\">") },
        { "an ID beside an Id", AttributeNotAllowed, xml => xml.Replace("<Holder>", "<Holder ID=\"a\" Id=\"b\">") },
        { "an id on the reference", AttributeNotAllowed, xml => xml.Replace("<Reference ", "<Reference Id=\"a\" ") },
        { "an id on the signature", AttributeNotAllowed, xml => xml.Replace("<Signature ", "<Signature Id=\"a\" ") },
        { "an xml:id", XmlAttributePresent, xml => xml.Replace("<Holder>", "<Holder xml:id=\"a\">") },
    };

    public static TheoryData<string> Names => Attacks.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_reference_to_less_than_the_whole_is_refused(string name) => Attacks.Play(name, signed);

    private static Func<string, string> Second(string uri, string content) =>
        xml => xml.Replace($"<Transform Algorithm=\"{C14N}\"></Transform>", $"<Transform Algorithm=\"{uri}\">{content}</Transform>");

    private static Func<string, string> Uri(string uri) => xml => xml.Replace("URI=\"\"", $"URI=\"{uri}\"");
}
