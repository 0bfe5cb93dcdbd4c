using System.Xml;

namespace Certification.Signing.Xml;

/// <summary>Builds the document node by node; what is not on the list does not get in.</summary>
internal sealed class StrictXmlLoader(XmlReader reader)
{
    private readonly XmlDocument _document = new() { PreserveWhitespace = true, XmlResolver = null };
    private bool _keyInfoSeen;

    /// <summary>The document.</summary>
    public XmlDocument Load()
    {
        XmlNode parent = _document;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when !_keyInfoSeen && IsKeyInfo(parent):
                    _keyInfoSeen = true;
                    PassOver();
                    break;
                case XmlNodeType.Element:
                    var element = Append(parent);
                    parent = reader.IsEmptyElement ? parent : element;
                    break;
                case XmlNodeType.EndElement:
                    parent = parent.ParentNode!;
                    break;
                case XmlNodeType.Whitespace when parent == _document:
                    break; // White space beside the root is no part of the canonical form.
                case XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    parent.AppendChild(_document.CreateTextNode(reader.Value));
                    break;
                default:
                    RefuseUnlessDeclaration();
                    break;
            }
        }

        return _document.DocumentElement is { LocalName: "Certificate", NamespaceURI: CertificateXml.Namespace }
            ? _document
            : throw Refused(CertificateFault.RootUnknown, $"The root is {_document.DocumentElement?.Name}, not a Certificate.");
    }

    // Only where XML-DSig has it: a KeyInfo dropped from the body would hide an unsigned insertion from the digest.
    private bool IsKeyInfo(XmlNode parent) =>
        reader.LocalName == "KeyInfo" && reader.NamespaceURI == DsigXml.Namespace
        && parent is XmlElement { LocalName: "Signature", NamespaceURI: DsigXml.Namespace }
        && parent.ParentNode == _document.DocumentElement
        && parent.ChildNodes.OfType<XmlElement>().LastOrDefault()?.LocalName == "SignatureValue";

    // A KeyInfo may stand in a certificate for other tools. Ours looks keys up in pinned trust only, so nothing of it is kept;
    // reading through it still applies the bans on node types.
    private void PassOver()
    {
        var depth = reader.Depth;
        if (reader.IsEmptyElement)
        {
            return;
        }

        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.Depth > StrictXml.DeepestElement)
            {
                throw TooDeep();
            }

            if (reader.NodeType is not (XmlNodeType.Element or XmlNodeType.EndElement or XmlNodeType.Text or XmlNodeType.Whitespace
                or XmlNodeType.SignificantWhitespace))
            {
                RefuseUnlessDeclaration();
            }
        }
    }

    private XmlElement Append(XmlNode parent)
    {
        if (reader.Depth > StrictXml.DeepestElement)
        {
            throw TooDeep();
        }

        RequireNamespaceOfItsPlace(parent);
        var element = _document.CreateElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        if (reader.AttributeCount > StrictXml.MostAttributes)
        {
            throw Refused(CertificateFault.TooManyAttributes, $"{reader.Name} has {reader.AttributeCount} attributes.");
        }

        while (reader.MoveToNextAttribute())
        {
            element.SetAttributeNode(Attribute(element));
        }

        reader.MoveToElement();
        parent.AppendChild(element);
        return element;
    }

    private XmlAttribute Attribute(XmlElement element)
    {
        if (reader.NamespaceURI == "http://www.w3.org/XML/1998/namespace")
        {
            throw Refused(CertificateFault.XmlAttributePresent, $"{element.Name} carries {reader.Name}.");
        }

        if (reader.NamespaceURI == "http://www.w3.org/2000/xmlns/")
        {
            RequireKnownNamespace(reader.Value);
        }
        else if (element.NamespaceURI != DsigXml.Namespace || reader.Name is not ("Algorithm" or "URI"))
        {
            throw Refused(CertificateFault.AttributeNotAllowed, $"{element.Name} carries {reader.Name}.");
        }

        var attribute = _document.CreateAttribute(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        attribute.Value = reader.Value;
        return attribute;
    }

    private void RefuseUnlessDeclaration()
    {
        var encoding = reader.NodeType == XmlNodeType.XmlDeclaration ? reader.GetAttribute("encoding") ?? "utf-8" : null;
        if (encoding is not null && encoding.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        throw reader.NodeType switch
        {
            XmlNodeType.XmlDeclaration => Refused(CertificateFault.EncodingNotAllowed, $"The encoding is {encoding}, not UTF-8."),
            XmlNodeType.DocumentType => Refused(CertificateFault.DoctypePresent, "There is a document type declaration."),
            XmlNodeType.Comment => Refused(CertificateFault.CommentPresent, "There is a comment."),
            XmlNodeType.CDATA => Refused(CertificateFault.CdataPresent, "There is a CDATA section."),
            XmlNodeType.ProcessingInstruction =>
                Refused(CertificateFault.ProcessingInstructionPresent, $"There is a processing instruction {reader.Name}."),
            _ => Refused(CertificateFault.NotWellFormed, $"There is a {reader.NodeType}."),
        };
    }

    // XML-DSig begins with the Signature below the root and does not end inside it: no signed element hides in a signature,
    // and no second signature in the body.
    private void RequireNamespaceOfItsPlace(XmlNode parent)
    {
        RequireKnownNamespace(reader.NamespaceURI);
        var mayBeDsig = parent.NamespaceURI == DsigXml.Namespace || (reader.Depth == 1 && reader.LocalName == "Signature");
        var mustBeDsig = parent.NamespaceURI == DsigXml.Namespace;
        var isDsig = reader.NamespaceURI == DsigXml.Namespace;
        if ((isDsig && !mayBeDsig) || (!isDsig && mustBeDsig))
        {
            throw Refused(CertificateFault.NamespaceNotAllowed, $"{reader.Name} does not belong into {parent.Name}.");
        }
    }

    private static void RequireKnownNamespace(string name)
    {
        if (name is not (CertificateXml.Namespace or DsigXml.Namespace))
        {
            throw Refused(CertificateFault.NamespaceNotAllowed, $"'{name}' is no namespace of a certificate.");
        }
    }

    private static CertificateRejectedException TooDeep() =>
        Refused(CertificateFault.TooDeep, $"Elements are nested deeper than {StrictXml.DeepestElement}.");

    private static CertificateRejectedException Refused(CertificateFault fault, string message) => new(fault, message);
}
