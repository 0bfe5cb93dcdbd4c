using System.Security.Cryptography;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;
using Certification.Domain.Certificates;
using Certification.Signing.Keys;
using Certification.Signing.Xml;
using Certification.Testing.Certificates;

namespace Certification.Signing.Tests.Attacks;

/// <summary>Signs in the form of the profile what our signer would refuse to sign: no lints, and any change of the body.</summary>
internal static class RogueSigner
{
    private const string C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";

    /// <summary>The signed file.</summary>
    /// <param name="change">What happens to the text of the body before it is signed.</param>
    public static async Task<byte[]> SignAsync(CertificateDraft draft, ISigningKey key, Func<string, string>? change = null)
    {
        var certificate = new Certificate(draft, SampleDraft.Day.AddMinutes(-1), VerificationKey.ThumbprintOf(key.Certificate));
        var body = Encoding.UTF8.GetString(CertificateXmlWriter.Write(certificate));
        var canonical = Canonicalize(change is null ? body : change(body));
        var digest = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
        var info = SignedInfo(digest);
        var value = await key.SignAsync(SHA256.HashData(Encoding.UTF8.GetBytes(info)));
        var signature = $"<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\">{info}<SignatureValue>{Convert.ToBase64String(value)}</SignatureValue></Signature>";
        return Encoding.UTF8.GetBytes(canonical.Insert(canonical.LastIndexOf("</", StringComparison.Ordinal), signature));
    }

    private static string Canonicalize(string xml)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        document.LoadXml(xml);
        var transform = new XmlDsigExcC14NTransform();
        transform.LoadInput(document);
        return Encoding.UTF8.GetString(((MemoryStream)transform.GetOutput(typeof(Stream))).ToArray());
    }

    private static string SignedInfo(string digest) =>
        "<SignedInfo xmlns=\"http://www.w3.org/2000/09/xmldsig#\">"
        + $"<CanonicalizationMethod Algorithm=\"{C14N}\"></CanonicalizationMethod>"
        + "<SignatureMethod Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256\"></SignatureMethod>"
        + "<Reference URI=\"\"><Transforms><Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\"></Transform>"
        + $"<Transform Algorithm=\"{C14N}\"></Transform></Transforms>"
        + "<DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"></DigestMethod>"
        + $"<DigestValue>{digest}</DigestValue></Reference></SignedInfo>";
}
