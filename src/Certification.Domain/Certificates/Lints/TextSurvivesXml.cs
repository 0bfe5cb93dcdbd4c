using System.Text.Json;

namespace Certification.Domain.Certificates.Lints;

/// <summary>Every text is written, signed and read back as it is: no blank text, no character that XML 1.0 has no way to
/// write, nothing so long that a verifier's limits would refuse it.</summary>
public sealed class TextSurvivesXml : ICertificateLint
{
    /// <summary>Longest text, in UTF-16 units.</summary>
    public const int LongestText = 4_000;

    /// <inheritdoc/>
    public string Code => "lint.text-survives-xml";

    /// <inheritdoc/>
    public string Clause => "XML 1.0 §2.2; design §4";

    /// <inheritdoc/>
    public IEnumerable<string> Check(CertificateDraft draft, LintContext context)
    {
        using var document = JsonDocument.Parse(DomainJson.Bytes(draft));
        return [.. Faults(document.RootElement, "draft")];
    }

    private static IEnumerable<string> Faults(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Faults(member.Value, $"{path}.{member.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, index) => Faults(item, $"{path}[{index}]")),
        JsonValueKind.String => FaultsOf(element.GetString()!, path),
        _ => [],
    };

    private static IEnumerable<string> FaultsOf(string text, string path)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            yield return $"{path} is blank.";
        }

        if (text.Length > LongestText)
        {
            yield return $"{path} has {text.Length} characters; {LongestText} is the most.";
        }

        foreach (var rune in text.EnumerateRunes().Where(rune => !IsXml(rune.Value)).Take(1))
        {
            yield return $"{path} holds U+{rune.Value:X4}, which XML cannot carry.";
        }
    }

    // U+FFFD is a character of XML, but stands where JSON met half a surrogate pair: text was lost.
    private static bool IsXml(int rune) => rune is 0x9 or 0xA or 0xD or (>= 0x20 and <= 0xD7FF) or (>= 0xE000 and < 0xFFFD) or >= 0x10000;
}
