using System.Xml;
using static Certification.Signing.Xml.CertificateFault;

namespace Certification.Signing.Xml;

internal sealed partial class StrictXmlLoader
{
    private void RequireDepth()
    {
        if (reader.Depth > StrictXml.DeepestElement)
        {
            throw Refused(TooDeep, $"Elements are nested deeper than {StrictXml.DeepestElement}.");
        }
    }

    private void RequireRoot(XmlNode parent)
    {
        if (parent == _document && (reader.LocalName != "Certificate" || reader.NamespaceURI != CertificateXml.Namespace))
        {
            throw Refused(RootUnknown, $"The root is {reader.Name}, not a Certificate.");
        }
    }

    private void RequireAttributeCount()
    {
        if (reader.AttributeCount > StrictXml.MostAttributes)
        {
            throw Refused(TooManyAttributes, $"{reader.Name} has {reader.AttributeCount} attributes.");
        }
    }

    // XML-DSig begins with the Signature below the root and does not end inside it: no signed element hides in a signature,
    // and no second signature in the body.
    private void RequireNamespaceOfItsPlace(XmlNode parent)
    {
        RequireKnownNamespace(reader.NamespaceURI);
        var inSignature = parent.NamespaceURI == DsigXml.Namespace;
        var isDsig = reader.NamespaceURI == DsigXml.Namespace;
        if (isDsig && reader.LocalName == "Object")
        {
            throw Refused(ObjectPresent, "The signature holds an Object, which nobody signed.");
        }

        var isSignature = isDsig && reader.Depth == 1 && reader.LocalName == "Signature";
        if (isDsig != (inSignature || isSignature))
        {
            throw Refused(NamespaceNotAllowed, $"{reader.Name} does not belong into {parent.Name}.");
        }
    }

    private void RequireKnownAttribute(XmlElement element)
    {
        if (reader.NamespaceURI == XmlNames.Xml)
        {
            throw Refused(XmlAttributePresent, $"{element.Name} carries {reader.Name}.");
        }

        if (reader.NamespaceURI == XmlNames.Xmlns)
        {
            RequireKnownNamespace(reader.Value);
        }
        else if (element.NamespaceURI != DsigXml.Namespace || reader.Name is not ("Algorithm" or "URI"))
        {
            throw Refused(AttributeNotAllowed, $"{element.Name} carries {reader.Name}.");
        }
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
            XmlNodeType.XmlDeclaration => Refused(EncodingNotAllowed, $"The encoding is {encoding}, not UTF-8."),
            XmlNodeType.Comment => Refused(CommentPresent, "There is a comment."),
            XmlNodeType.CDATA => Refused(CdataPresent, "There is a CDATA section."),
            XmlNodeType.ProcessingInstruction => Refused(ProcessingInstructionPresent, $"There is a processing instruction {reader.Name}."),
            _ => Refused(NotWellFormed, $"There is a {reader.NodeType}."),
        };
    }

    private static void RequireKnownNamespace(string name)
    {
        if (name is not (CertificateXml.Namespace or DsigXml.Namespace))
        {
            throw Refused(NamespaceNotAllowed, $"'{name}' is no namespace of a certificate.");
        }
    }

    private static CertificateRejectedException Refused(CertificateFault fault, string message) => new(fault, message);
}
