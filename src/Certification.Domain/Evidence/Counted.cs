using System.Globalization;

namespace Certification.Domain.Evidence;

/// <summary>Numbers with their noun, as a sentence wants them.</summary>
public static class Counted
{
    /// <summary>Such as <c>1 sample</c> and <c>2 samples</c>; for nouns that take an s.</summary>
    public static string Of(long count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
