using System.Xml;
using static Certification.Signing.Xml.CertificateFault;

namespace Certification.Signing.Xml;

internal sealed partial class StrictXmlLoader
{
    // Only where XML-DSig has it: a KeyInfo dropped from the body would hide an unsigned insertion from the digest.
    private bool IsKeyInfo(XmlNode parent) =>
        reader.LocalName == "KeyInfo" && reader.NamespaceURI == DsigXml.Namespace
        && parent is XmlElement { LocalName: "Signature", NamespaceURI: DsigXml.Namespace }
        && parent.ParentNode == _document.DocumentElement
        && parent.ChildNodes.OfType<XmlElement>().LastOrDefault()?.LocalName == "SignatureValue";

    // A KeyInfo may stand in a certificate for other tools. Ours looks keys up in pinned trust only, so nothing of it is kept;
    // reading through it still applies the bans, and lets no element of a certificate in that somebody could take for signed.
    private void PassOver()
    {
        var depth = reader.Depth;
        RequireKeyInfoElement();
        if (reader.IsEmptyElement)
        {
            return;
        }

        while (reader.Read() && reader.Depth > depth)
        {
            RequireDepth();
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    RequireKeyInfoElement();
                    break;
                case XmlNodeType.EndElement or XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    break;
                default:
                    RefuseUnlessDeclaration();
                    break;
            }
        }
    }

    // Keys and certificates in the words of XML-DSig 1.0 and 1.1, without ids to refer to.
    private void RequireKeyInfoElement()
    {
        if (reader.NamespaceURI is not (DsigXml.Namespace or DsigXml.Namespace11))
        {
            throw Refused(NamespaceNotAllowed, $"{reader.Name} does not belong into a KeyInfo.");
        }

        RequireAttributeCount();
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI == XmlNames.Xml)
            {
                throw Refused(XmlAttributePresent, $"A KeyInfo carries {reader.Name}.");
            }

            if (reader.NamespaceURI != XmlNames.Xmlns && reader.Name is not ("Algorithm" or "Encoding" or "Type" or "URI"))
            {
                throw Refused(AttributeNotAllowed, $"A KeyInfo carries {reader.Name}.");
            }
        }

        reader.MoveToElement();
    }
}
