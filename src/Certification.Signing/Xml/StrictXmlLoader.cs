using System.Xml;
using static Certification.Signing.Xml.CertificateFault;

namespace Certification.Signing.Xml;

/// <summary>Builds the document node by node; what is not on the list does not get in.</summary>
internal sealed partial class StrictXmlLoader(XmlReader reader)
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

        return _document;
    }

    private XmlElement Append(XmlNode parent)
    {
        RequireDepth();
        RequireRoot(parent);
        RequireNamespaceOfItsPlace(parent);
        RequireAttributeCount();
        var element = _document.CreateElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        while (reader.MoveToNextAttribute())
        {
            RequireKnownAttribute(element);
            var attribute = _document.CreateAttribute(reader.Prefix, reader.LocalName, reader.NamespaceURI);
            attribute.Value = reader.Value;
            element.SetAttributeNode(attribute);
        }

        reader.MoveToElement();
        parent.AppendChild(element);
        return element;
    }
}
