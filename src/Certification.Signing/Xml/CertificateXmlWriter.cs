using System.Globalization;
using System.Text.Json;
using System.Xml;
using Certification.Domain;
using Certification.Domain.Certificates;

namespace Certification.Signing.Xml;

/// <summary>Writes the unsigned certificate. No attributes, free text in elements only: attribute values are normalised by
/// parsers, element text is not.</summary>
public sealed partial class CertificateXmlWriter
{
    private static readonly XmlWriterSettings Settings = new()
    {
        OmitXmlDeclaration = true,
        Encoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
    };

    private readonly XmlWriter _xml;

    private CertificateXmlWriter(XmlWriter xml) => _xml = xml;

    /// <summary>The certificate as XML, UTF-8, without signature and without XML declaration.</summary>
    /// <exception cref="ArgumentException">A text holds a character that XML cannot carry; the lint
    /// <c>text-survives-xml</c> refuses such a draft beforehand.</exception>
    public static byte[] Write(Certificate certificate)
    {
        using var buffer = new MemoryStream(8192);
        using (var xml = XmlWriter.Create(buffer, Settings))
        {
            new CertificateXmlWriter(xml).WriteAll(certificate);
        }

        return buffer.ToArray();
    }

    private void WriteAll(Certificate certificate)
    {
        var draft = certificate.Content;
        Begin("Certificate");
        WriteIdentity(draft);
        WriteSystem(draft);
        WriteTerms(draft);
        WriteBasis(draft);
        WriteEvidence(draft);
        WriteAccountability(draft);
        WriteLife(draft);
        WriteSeal(certificate);
        End();
    }

    private void Begin(string name) => _xml.WriteStartElement(name, CertificateXml.Namespace);

    private void End() => _xml.WriteEndElement();

    private void Text(string name, string text) => _xml.WriteElementString(name, CertificateXml.Namespace, text);

    private void Number(string name, int number) => Text(name, number.ToString(CultureInfo.InvariantCulture));

    private void Day(string name, DateOnly day) => Text(name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private void Instant(string name, DateTimeOffset instant) =>
        Text(name, instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    private void Word<T>(string name, T value) where T : struct, Enum =>
        Text(name, JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

    private void Digest(string name, Sha256Digest digest) => Text(name, digest.Hex);

    private void Many<T>(string name, IEnumerable<T> items, Action<T> content)
    {
        foreach (var item in items)
        {
            Begin(name);
            content(item);
            End();
        }
    }
}
