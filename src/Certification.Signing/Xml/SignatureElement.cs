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
        var signature = FindOnly(document);
        var parts = Children(signature);
        if (parts.Any(part => part.LocalName == "Object"))
        {
            throw Refused(ObjectPresent, "The signature holds an Object, which nobody signed.");
        }

        Require(parts, "SignedInfo", "SignatureValue");
        var info = Children(parts[0]);
        if (info.Count(part => part.LocalName == "Reference") > 1)
        {
            throw Refused(ReferenceRepeated, "There is more than one Reference.");
        }

        Require(info, "CanonicalizationMethod", "SignatureMethod", "Reference");
        RequireAlgorithm(info[0], CanonicalizationNotAllowed, DsigXml.ExclusiveC14N);
        var isRsa = RequireAlgorithm(info[1], SignatureAlgorithmNotAllowed, DsigXml.EcdsaSha256, DsigXml.RsaSha256) == DsigXml.RsaSha256;
        var digest = ReadReference(info[2]);
        var value = Base64(parts[1]);
        document.DocumentElement!.RemoveChild(signature);
        return new(isRsa, digest, value, Canonical(parts[0]));
    }

    private static XmlElement FindOnly(XmlDocument document)
    {
        var root = document.DocumentElement!;
        var all = root.ChildNodes.OfType<XmlElement>().Where(child => child.NamespaceURI == DsigXml.Namespace).ToList();
        if (all.Count > 1)
        {
            throw Refused(SignatureRepeated, $"There are {all.Count} signatures.");
        }

        if (all.Count == 0)
        {
            throw Refused(SignatureMissing, "The Certificate has no Signature of its own.");
        }

        return root.LastChild == all[0]
            ? all[0]
            : throw Refused(SignatureNotLast, $"{root.LastChild!.Name} follows the Signature.");
    }

    private static byte[] ReadReference(XmlElement reference)
    {
        // An absent URI means "whatever the application thinks"; an empty one means the whole document.
        if (reference.Attributes.OfType<XmlAttribute>().SingleOrDefault(attribute => attribute.Name == "URI")?.Value != "")
        {
            throw Refused(ReferenceNotTheDocument, $"The Reference is to '{reference.GetAttribute("URI")}', not to the whole document.");
        }

        var parts = Children(reference, "URI");
        Require(parts, "Transforms", "DigestMethod", "DigestValue");
        var transforms = Children(parts[0]);
        if (transforms.Count != 2 || transforms.Any(transform => transform.LocalName != "Transform"))
        {
            throw Refused(TransformNotAllowed, $"There are {transforms.Count} transforms; exactly two belong here.");
        }

        RequireAlgorithm(transforms[0], TransformNotAllowed, DsigXml.EnvelopedSignature);
        RequireAlgorithm(transforms[1], TransformNotAllowed, DsigXml.ExclusiveC14N);
        RequireAlgorithm(parts[1], DigestAlgorithmNotAllowed, DsigXml.Sha256);
        var digest = Base64(parts[2]);
        return digest.Length == 32 ? digest : throw Malformed($"The DigestValue has {digest.Length} bytes, not 32.");
    }

    private static byte[] Canonical(XmlElement signedInfo)
    {
        var alone = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        var root = (XmlElement)alone.AppendChild(alone.ImportNode(signedInfo, deep: true))!;
        // The declaration usually stands on the Signature, which is not part of this document.
        root.SetAttribute(root.Prefix.Length == 0 ? "xmlns" : $"xmlns:{root.Prefix}", DsigXml.Namespace);
        return DsigXml.Canonicalize(alone);
    }

    // The element's own attributes are checked here too: none but the one that its place has.
    private static List<XmlElement> Children(XmlElement parent, string? attribute = null)
    {
        RequireAttributes(parent, attribute);
        var children = new List<XmlElement>();
        foreach (XmlNode node in parent.ChildNodes)
        {
            if (node is XmlElement { NamespaceURI: DsigXml.Namespace } element && element.Prefix == parent.Prefix)
            {
                children.Add(element);
            }
            else if (node is not XmlText || !string.IsNullOrWhiteSpace(node.Value))
            {
                throw Malformed($"{parent.LocalName} holds {node.Name}.");
            }
        }

        return children;
    }

    private static void Require(List<XmlElement> parts, params ReadOnlySpan<string> names)
    {
        var found = parts.Select(part => part.LocalName).ToArray();
        if (!names.SequenceEqual(found))
        {
            throw Malformed($"{string.Join(", ", found)} stand where {string.Join(", ", names.ToArray())} must.");
        }
    }

    private static string RequireAlgorithm(XmlElement element, CertificateFault fault, params ReadOnlySpan<string> allowed)
    {
        RequireAttributes(element, "Algorithm");
        var algorithm = element.GetAttribute("Algorithm");
        if (!allowed.Contains(algorithm))
        {
            throw Refused(fault, $"{element.LocalName} is '{algorithm}'.");
        }

        // A child, such as InclusiveNamespaces, would change what the algorithm does.
        return element.ChildNodes.Cast<XmlNode>().All(node => node is XmlText && string.IsNullOrWhiteSpace(node.Value))
            ? algorithm
            : throw Refused(fault, $"{element.LocalName} has parameters.");
    }

    private static void RequireAttributes(XmlElement element, string? allowed)
    {
        foreach (XmlAttribute attribute in element.Attributes)
        {
            if (attribute.Name != allowed && attribute.NamespaceURI != "http://www.w3.org/2000/xmlns/")
            {
                throw Refused(AttributeNotAllowed, $"{element.LocalName} carries {attribute.Name}.");
            }
        }
    }

    private static byte[] Base64(XmlElement element)
    {
        RequireAttributes(element, null);
        var text = element.ChildNodes is [XmlText only] ? only.Value! : throw Malformed($"{element.LocalName} holds no plain text.");
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            throw Malformed($"{element.LocalName} is not base64.");
        }
    }

    private static CertificateRejectedException Malformed(string message) => Refused(SignatureMalformed, message);

    private static CertificateRejectedException Refused(CertificateFault fault, string message) => new(fault, message);
}
