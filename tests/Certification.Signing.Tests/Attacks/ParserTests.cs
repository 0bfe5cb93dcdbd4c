using System.Text;
using Certification.Signing.Tests.Verification;
using Certification.Signing.Xml;
using Xunit;
using static Certification.Signing.Xml.CertificateFault;

namespace Certification.Signing.Tests.Attacks;

/// <summary>Documents that exhaust a parser, fetch something, or read differently from how they were signed.</summary>
public sealed class ParserTests(SignedSample signed) : IClassFixture<SignedSample>
{
    private static readonly AttackTable Attacks = new()
    {
        { "entities that expand a billion times", DoctypePresent, xml => Doctype(string.Concat(Enumerable.Range(1, 9).Select(n => $"<!ENTITY l{n} \"{string.Concat(Enumerable.Repeat($"&l{n - 1};", 10))}\">")) + "<!ENTITY l0 \"lol\">") + xml.Replace("Acme Models GmbH", "&l9;") },
        { "one long entity many times", DoctypePresent, xml => Doctype($"<!ENTITY a \"{new string('a', 50_000)}\">") + xml.Replace("Acme Models GmbH", string.Concat(Enumerable.Repeat("&a;", 50_000))) },
        { "an external entity", DoctypePresent, xml => Doctype("<!ENTITY x SYSTEM \"file:///etc/passwd\">") + xml.Replace("Acme Models GmbH", "&x;") },
        { "an external parameter entity", DoctypePresent, xml => Doctype("<!ENTITY % x SYSTEM \"http://127.0.0.1:1/x\"> %x;") + xml },
        { "an external subset", DoctypePresent, xml => "<!DOCTYPE Certificate SYSTEM \"http://127.0.0.1:1/x.dtd\">" + xml },
        { "an empty document type", DoctypePresent, xml => "<!DOCTYPE Certificate>" + xml },
        { "a document type with default attributes", DoctypePresent, xml => Doctype("<!ATTLIST Holder xml:space CDATA \"preserve\">") + xml },
        { "a document type after the root", DoctypePresent, xml => xml + "<!DOCTYPE Certificate>" },
        { "an entity that nobody declared", NotWellFormed, xml => xml.Replace("Acme Models GmbH", "&nbsp;") },
        { "a comment in a number", CommentPresent, xml => xml.Replace("XA-2026-000123", "XA-2026-000<!---->123") },
        { "a comment in the digest", CommentPresent, xml => xml.Replace("<DigestValue>", "<DigestValue><!-- x -->") },
        { "a comment in the KeyInfo", CommentPresent, xml => xml.Replace("</Signature>", "<KeyInfo><!-- x --></KeyInfo></Signature>") },
        { "a comment after the root", CommentPresent, xml => xml + "<!-- x -->" },
        { "a CDATA section in a text", CdataPresent, xml => xml.Replace("Acme Models GmbH", "<![CDATA[Acme Models GmbH]]>") },
        { "an empty CDATA section", CdataPresent, xml => xml.Replace("Acme Models GmbH", "Acme<![CDATA[]]> Models GmbH") },
        { "a CDATA section in the signature value", CdataPresent, xml => xml.Replace("<SignatureValue>", "<SignatureValue><![CDATA[]]>") },
        { "a CDATA section in the KeyInfo", CdataPresent, xml => xml.Replace("</Signature>", "<KeyInfo><![CDATA[x]]></KeyInfo></Signature>") },
        { "a style sheet", ProcessingInstructionPresent, xml => "<?xml-stylesheet href=\"evil.xsl\"?>" + xml },
        { "a processing instruction in a text", ProcessingInstructionPresent, xml => xml.Replace("XA-2026-000123", "XA-2026-000<?x?>123") },
        { "a processing instruction after the root", ProcessingInstructionPresent, xml => xml + "<?x?>" },
        { "xml:lang", XmlAttributePresent, xml => xml.Replace("<Holder>", "<Holder xml:lang=\"en\">") },
        { "xml:space", XmlAttributePresent, xml => xml.Replace("<Holder>", "<Holder xml:space=\"preserve\">") },
        { "xml:base", XmlAttributePresent, xml => xml.Replace("<Certificate ", "<Certificate xml:base=\"http://evil.example/\" ") },
        { "xml:lang on the signature", XmlAttributePresent, xml => xml.Replace("<Signature ", "<Signature xml:lang=\"en\" ") },
        { "xml:lang in the KeyInfo", XmlAttributePresent, xml => xml.Replace("</Signature>", "<KeyInfo><KeyName xml:lang=\"en\"/></KeyInfo></Signature>") },
        { "an attribute twice", NotWellFormed, xml => xml.Replace("URI=\"\"", "URI=\"\" URI=\"\"") },
        { "a prefix for the namespace of xml", NamespaceNotAllowed, xml => xml.Replace("<Holder>", "<Holder xmlns:xml=\"http://www.w3.org/XML/1998/namespace\">") },
        { "an undeclared prefix", NotWellFormed, xml => xml.Replace("<Holder>", "<x:Holder>").Replace("</Holder>", "</x:Holder>") },
        { "a prefix bound to the schema of instances", NamespaceNotAllowed, xml => xml.Replace("<Holder>", "<Holder xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\">") },
        { "other prefixes for the same names", DigestMismatch, xml => xml.Replace("<Holder>", "<c:Holder xmlns:c=\"urn:certification:certificate:1\">").Replace("</Holder>", "</c:Holder>") },
        { "another prefix for the signature", SignatureInvalid, Prefixed },
        { "XML 1.1", NotWellFormed, xml => "<?xml version=\"1.1\"?>" + xml },
        { "an encoding that the parser does not know", NotWellFormed, xml => "<?xml version=\"1.0\" encoding=\"utf-7\"?>" + xml },
        { "a byte order mark", EncodingNotAllowed, xml => "\ufeff" + xml },
        { "a NUL by reference", NotWellFormed, xml => xml.Replace("Acme Models GmbH", "Acme&#0;") },
        { "half a surrogate pair by reference", NotWellFormed, xml => xml.Replace("Acme Models GmbH", "Acme&#xD800;") },
        { "elements nested a hundred thousand deep", TooDeep, xml => xml.Replace("<Holder>", string.Concat(Enumerable.Repeat("<Holder>", 100_000))) },
        { "elements nested in the KeyInfo", TooDeep, xml => xml.Replace("</Signature>", $"<KeyInfo>{string.Concat(Enumerable.Repeat("<X509Data>", 100_000))}</KeyInfo></Signature>") },
        { "a thousand attributes", TooManyAttributes, xml => xml.Replace("<Holder>", $"<Holder {string.Join(' ', Enumerable.Range(0, 1000).Select(n => $"a{n}=\"\""))}>") },
        { "a thousand attributes in the KeyInfo", TooManyAttributes, xml => xml.Replace("</Signature>", $"<KeyInfo {string.Join(' ', Enumerable.Range(0, 1000).Select(n => $"a{n}=\"\""))}/></Signature>") },
        { "a file of five megabytes", TooLarge, xml => xml.Replace("Acme Models GmbH", new string('a', 5_000_000)) },
    };

    public static TheoryData<string> Names => Attacks.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_document_that_parsers_trip_over_is_refused(string name) => Attacks.Play(name, signed);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void Other_encodings_are_refused(string encoding) =>
        Assert.Equal(EncodingNotAllowed, signed.Check(Encoding.GetEncoding(encoding).GetBytes(signed.Text)).Fault);

    [Theory]
    [InlineData((byte)0xC0, (byte)0xAF)]
    [InlineData((byte)0xED, (byte)0xA0)]
    [InlineData((byte)0xFF, (byte)0xFE)]
    public void Bytes_that_are_no_UTF_8_are_refused(byte first, byte second)
    {
        var file = (byte[])signed.Certificate.Xml.Clone();
        var at = file.AsSpan().IndexOf("Acme"u8);
        (file[at], file[at + 1]) = (first, second);
        Assert.Equal(NotWellFormed, signed.Check(file).Fault);
    }

    [Theory]
    [InlineData("Acme", "A&#99;me")]
    [InlineData("<Holder>", "<Holder >")]
    [InlineData("<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\">", "<Signature xmlns='http://www.w3.org/2000/09/xmldsig#'>")]
    public void What_canonicalization_makes_the_same_is_the_same_certificate(string old, string replacement) =>
        Assert.Equal(signed.Certificate.CanonicalDigest, signed.Check(signed.Text.Replace(old, replacement)).CanonicalDigest);

    private static string Doctype(string content) => $"<!DOCTYPE Certificate [{content}]>";

    private static string Prefixed(string xml)
    {
        var signature = SignedSample.SignatureOf(xml);
        return xml.Replace(signature, signature.Replace("</", "</ds:").Replace("<", "<ds:").Replace("<ds:/ds:", "</ds:").Replace("xmlns=", "xmlns:ds="));
    }
}
