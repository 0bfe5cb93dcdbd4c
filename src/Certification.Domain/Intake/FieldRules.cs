using System.Globalization;
using System.Text;

namespace Certification.Domain.Intake;

/// <summary>What text must be like to be stored, shown and printed in certificates.</summary>
internal static class FieldRules
{
    /// <summary>Text that people read: not blank, at most so long, and nothing in it that hides or reorders what is seen.</summary>
    public static IEnumerable<FieldError> Text(string pointer, string value, int longest)
    {
        if (string.IsNullOrWhiteSpace(value))
            yield return new(pointer, "field.empty", "Say something here.");
        if (value.Length > longest)
            yield return new(pointer, "field.too-long", $"At most {longest} characters, not {value.Length}.");
        if (value.EnumerateRunes().Where(IsHidden).Select(rune => (Rune?)rune).FirstOrDefault() is { } hidden)
            yield return new(pointer, "field.hidden-character", $"Leave out U+{hidden.Value:X4}: it is not visible, or it changes the order in which text is read.");
    }

    /// <summary>A code: lower-case words joined by hyphens, at most 64 characters.</summary>
    public static IEnumerable<FieldError> Code(string pointer, string value)
    {
        var isCode = value is { Length: > 0 and <= 64 } && value.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        if (!isCode)
            yield return new(pointer, "field.not-a-code", "A code is 1 to 64 lower-case letters, digits and hyphens.");
    }

    /// <summary>A list of at least and at most so many entries.</summary>
    public static IEnumerable<FieldError> Count(string pointer, int count, int least, int most)
    {
        if (count < least || count > most)
            yield return new(pointer, "field.count", $"{least} to {most} entries, not {count}.");
    }

    /// <summary>Entries that repeat an earlier one.</summary>
    public static IEnumerable<FieldError> Distinct(string pointer, IReadOnlyList<string> values) =>
        values.Select((value, index) => (value, index))
            .Where(entry => values.Take(entry.index).Contains(entry.value))
            .Select(entry => new FieldError($"{pointer}/{entry.index}", "field.repeated", $"\"{entry.value}\" stands there already."));

    // Control, format (bidirectional overrides, zero-width), private-use and unassigned characters; a lone surrogate
    // arrives as U+FFFD.
    private static bool IsHidden(Rune rune) => rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
