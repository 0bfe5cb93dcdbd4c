using System.Security.Cryptography.Xml;
using System.Xml;

namespace Certification.Signing.Xml;

/// <summary>The names of XML-DSig that the profile uses, and no others (W3C XML Signature 1.1; RFC 9231 for the algorithms).</summary>
internal static class DsigXml
{
    public const string Namespace = "http://www.w3.org/2000/09/xmldsig#";
    public const string Namespace11 = "http://www.w3.org/2009/xmldsig11#";
    public const string ExclusiveC14N = "http://www.w3.org/2001/10/xml-exc-c14n#";
    public const string EnvelopedSignature = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
    public const string Sha256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    public const string EcdsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
    public const string RsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

    /// <summary>Exclusive C14N without comments (W3C Exclusive XML Canonicalization 1.0).</summary>
    public static byte[] Canonicalize(XmlDocument document)
    {
        var transform = new XmlDsigExcC14NTransform();
        transform.LoadInput(document);
        return ((MemoryStream)transform.GetOutput(typeof(Stream))).ToArray();
    }

    /// <summary>Canonical form of <c>SignedInfo</c> with this digest: what the signer hashes and, but for the namespace
    /// declaration that its parent holds, what stands in the file.</summary>
    /// <param name="declaration">The namespace declaration, or nothing.</param>
    public static string SignedInfo(string declaration, string digestValue) =>
        $"""<SignedInfo{declaration}><CanonicalizationMethod Algorithm="{ExclusiveC14N}"></CanonicalizationMethod><SignatureMethod Algorithm="{EcdsaSha256}"></SignatureMethod><Reference URI=""><Transforms><Transform Algorithm="{EnvelopedSignature}"></Transform><Transform Algorithm="{ExclusiveC14N}"></Transform></Transforms><DigestMethod Algorithm="{Sha256}"></DigestMethod><DigestValue>{digestValue}</DigestValue></Reference></SignedInfo>""";
}
