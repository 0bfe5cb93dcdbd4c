using System.Reflection;
using System.Xml;
using System.Xml.Schema;

namespace Certification.Signing.Xml;

/// <summary>Names and schema of the certificate format.</summary>
public static class CertificateXml
{
    /// <summary>Namespace of the certificate's own elements.</summary>
    public const string Namespace = "urn:certification:certificate:1";

    /// <summary>Content type under which certificates are published.</summary>
    public const string MediaType = "application/xml";

    /// <summary>The published XSD, UTF-8.</summary>
    public static byte[] Schema() => Resource("certificate-1.xsd");

    /// <summary>The XSD compiled, the signature's element included as the schema sees it: any content in its namespace.</summary>
    public static XmlSchemaSet CompiledSchema()
    {
        var set = new XmlSchemaSet { XmlResolver = null };
        using var reader = XmlReader.Create(new MemoryStream(Schema()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        set.Add(Namespace, reader);
        set.Compile();
        return set;
    }

    private static byte[] Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {name}.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
