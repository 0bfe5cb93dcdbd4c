using System.Globalization;
using System.Text.Json;
using System.Xml;
using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Domain.Certificates.Lints;

namespace Certification.Signing.Xml;

internal sealed partial class CertificateXmlReader
{
    private string Text(string name)
    {
        Begin(name);
        var text = _xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace ? _xml.ReadContentAsString() : "";
        if (string.IsNullOrWhiteSpace(text) || text.Length > TextSurvivesXml.LongestText)
        {
            throw Violation($"a text of 1 to {TextSurvivesXml.LongestText} characters must stand here, not of {text.Length}");
        }

        End();
        return text;
    }

    private CertificateNumber ReadNumber(string name)
    {
        var text = Text(name);
        return CertificateNumber.TryParse(text, out var number) ? number : throw Wrong(name, text);
    }

    private Sha256Digest Digest(string name)
    {
        var text = Text(name);
        return Sha256Digest.TryParse(text, out var digest) && digest.Hex == text ? digest : throw Wrong(name, text);
    }

    private DateTimeOffset Instant(string name)
    {
        var text = Text(name);
        return DateTimeOffset.TryParseExact(
            text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : throw Wrong(name, text);
    }

    private DateOnly Day(string name)
    {
        var text = Text(name);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Wrong(name, text);
    }

    private int Count(string name)
    {
        var text = Text(name);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count.ToString(CultureInfo.InvariantCulture) == text
            ? count
            : throw Wrong(name, text);
    }

    private T Word<T>(string name) where T : struct, Enum
    {
        var text = Text(name);
        foreach (var value in Enum.GetValues<T>())
        {
            if (JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()) == text)
            {
                return value;
            }
        }

        throw Wrong(name, text);
    }

    private CertificateRejectedException Wrong(string name, string text) => Violation($"'{text}' is no value of {name}");
}
