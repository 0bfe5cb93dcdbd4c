using System.Text.RegularExpressions;

namespace Certification.Formats.ModelCards;

/// <summary>The first heading of a card.</summary>
internal static partial class CardTitle
{
    /// <summary>The model that a title is about: the title without "Model card for" or "Model card:".</summary>
    public static string Subject(string title) => Preamble().Replace(title, "").Trim();

    [GeneratedRegex(@"^\s*model\s+card\s*(for|of|:|-|–)?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Preamble();
}
