using System.Xml;

namespace Certification.Signing.Xml;

/// <summary>Reads elements of XML-DSig of which everything is known: what is not expected is refused.</summary>
internal static class StrictElements
{
    /// <summary>The child elements; nothing but white space may stand between them.</summary>
    /// <param name="attribute">The one attribute that the parent may carry; null for none.</param>
    public static List<XmlElement> Children(XmlElement parent, string? attribute = null)
    {
        RequireAttributes(parent, attribute);
        var children = new List<XmlElement>();
        foreach (XmlNode node in parent.ChildNodes)
        {
            if (node is XmlElement element && element.Prefix == parent.Prefix)
            {
                children.Add(element);
            }
            else if (!IsWhiteSpace(node))
            {
                throw Malformed($"{parent.LocalName} holds {node.Name}.");
            }
        }

        return children;
    }

    /// <summary>Refuses other elements, another order, and more or fewer of them.</summary>
    public static void Require(List<XmlElement> parts, params ReadOnlySpan<string> names)
    {
        var asWanted = parts.Count == names.Length;
        for (var i = 0; asWanted && i < names.Length; i++)
        {
            asWanted = parts[i].LocalName == names[i];
        }

        if (!asWanted)
        {
            throw Malformed(
                $"{string.Join(", ", parts.Select(part => part.LocalName))} stand where {string.Join(", ", names.ToArray())} must.");
        }
    }

    /// <summary>The <c>Algorithm</c> of an element, one of these exact URIs and without parameters.</summary>
    /// <param name="fault">What to refuse anything else as.</param>
    public static string Algorithm(XmlElement element, CertificateFault fault, params ReadOnlySpan<string> allowed)
    {
        RequireAttributes(element, "Algorithm");
        var algorithm = element.GetAttribute("Algorithm");
        if (!allowed.Contains(algorithm))
        {
            throw new CertificateRejectedException(fault, $"{element.LocalName} is '{algorithm}'.");
        }

        // A child, such as InclusiveNamespaces, would change what the algorithm does.
        foreach (XmlNode node in element.ChildNodes)
        {
            if (!IsWhiteSpace(node))
            {
                throw new CertificateRejectedException(fault, $"{element.LocalName} has parameters.");
            }
        }

        return algorithm;
    }

    /// <summary>The bytes of an element that holds base64 and nothing else; white space in it is allowed (XML-DSig §4.0.1).</summary>
    public static byte[] Base64(XmlElement element)
    {
        RequireAttributes(element, null);
        var text = element.ChildNodes is [XmlText only] ? only.Value! : throw Malformed($"{element.LocalName} holds no plain text.");
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? bytes[..length]
            : throw Malformed($"{element.LocalName} is not base64.");
    }

    private static void RequireAttributes(XmlElement element, string? allowed)
    {
        foreach (XmlAttribute attribute in element.Attributes)
        {
            if (attribute.Name != allowed && attribute.NamespaceURI != XmlNames.Xmlns)
            {
                throw new CertificateRejectedException(
                    CertificateFault.AttributeNotAllowed, $"{element.LocalName} carries {attribute.Name}.");
            }
        }
    }

    private static bool IsWhiteSpace(XmlNode node) => node is XmlText && string.IsNullOrWhiteSpace(node.Value);

    private static CertificateRejectedException Malformed(string message) => new(CertificateFault.SignatureMalformed, message);
}
