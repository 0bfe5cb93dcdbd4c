using System.Xml;
using static Certification.Signing.Xml.CertificateFault;

namespace Certification.Signing.Xml;

/// <summary>The one signature of a certificate, read strictly: every element and algorithm of the profile in its place, and
/// nothing else.</summary>
/// <param name="IsRsa">RSA PKCS #1 v1.5 instead of ECDSA; both with SHA-256.</param>
/// <param name="DigestValue">What the signer says that the document's digest is; 32 bytes.</param>
/// <param name="Value">The signature over <paramref name="SignedInfo"/>.</param>
/// <param name="SignedInfo">Its canonical form.</param>
internal sealed record SignatureElement(bool IsRsa, byte[] DigestValue, byte[] Value, byte[] SignedInfo)
{
    /// <summary>Reads the signature and takes it out of the document, which thereby becomes what was signed.</summary>
    /// <exception cref="CertificateRejectedException">It is not of the profile.</exception>
    public static SignatureElement TakeOut(XmlDocument document)
    {
        var signature = FindOnly(document.DocumentElement!);
        var parts = StrictElements.Children(signature);
        StrictElements.Require(parts, "SignedInfo", "SignatureValue");
        var info = StrictElements.Children(parts[0]);
        if (info.Count(part => part.LocalName == "Reference") > 1)
        {
            throw new CertificateRejectedException(ReferenceRepeated, "There is more than one Reference.");
        }

        StrictElements.Require(info, "CanonicalizationMethod", "SignatureMethod", "Reference");
        StrictElements.Algorithm(info[0], CanonicalizationNotAllowed, DsigXml.ExclusiveC14N);
        var method = StrictElements.Algorithm(info[1], SignatureAlgorithmNotAllowed, DsigXml.EcdsaSha256, DsigXml.RsaSha256);
        var digest = ReadReference(info[2]);
        var value = StrictElements.Base64(parts[1]);
        document.DocumentElement!.RemoveChild(signature);
        return new(method == DsigXml.RsaSha256, digest, value, Canonical(parts[0]));
    }

    private static XmlElement FindOnly(XmlElement root)
    {
        // The loader lets XML-DSig in as Signature below the root only, so these are all there are.
        var all = root.ChildNodes.OfType<XmlElement>().Where(child => child.NamespaceURI == DsigXml.Namespace).ToList();
        if (all.Count != 1)
        {
            throw all.Count == 0
                ? new CertificateRejectedException(SignatureMissing, "The Certificate has no Signature of its own.")
                : new CertificateRejectedException(SignatureRepeated, $"There are {all.Count} signatures.");
        }

        return root.LastChild == all[0]
            ? all[0]
            : throw new CertificateRejectedException(SignatureNotLast, $"{root.LastChild!.Name} follows the Signature.");
    }

    private static byte[] ReadReference(XmlElement reference)
    {
        // An absent URI means "whatever the application thinks"; an empty one means the whole document.
        if (!reference.HasAttribute("URI") || reference.GetAttribute("URI").Length > 0)
        {
            throw new CertificateRejectedException(
                ReferenceNotTheDocument, $"The Reference is to '{reference.GetAttribute("URI")}', not to the whole document.");
        }

        var parts = StrictElements.Children(reference, "URI");
        StrictElements.Require(parts, "Transforms", "DigestMethod", "DigestValue");
        var transforms = StrictElements.Children(parts[0]);
        if (transforms.Count != 2 || transforms.Any(transform => transform.LocalName != "Transform"))
        {
            throw new CertificateRejectedException(TransformNotAllowed, $"There are {transforms.Count} transforms; exactly two belong here.");
        }

        StrictElements.Algorithm(transforms[0], TransformNotAllowed, DsigXml.EnvelopedSignature);
        StrictElements.Algorithm(transforms[1], TransformNotAllowed, DsigXml.ExclusiveC14N);
        StrictElements.Algorithm(parts[1], DigestAlgorithmNotAllowed, DsigXml.Sha256);
        var digest = StrictElements.Base64(parts[2]);
        return digest.Length == 32
            ? digest
            : throw new CertificateRejectedException(SignatureMalformed, $"The DigestValue has {digest.Length} bytes, not 32.");
    }

    private static byte[] Canonical(XmlElement signedInfo)
    {
        var alone = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        var root = (XmlElement)alone.AppendChild(alone.ImportNode(signedInfo, deep: true))!;
        // The declaration usually stands on the Signature, which is not part of this document.
        root.SetAttribute(root.Prefix.Length == 0 ? "xmlns" : $"xmlns:{root.Prefix}", DsigXml.Namespace);
        return DsigXml.Canonicalize(alone);
    }
}
