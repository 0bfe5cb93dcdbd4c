using System.Globalization;
using System.Text;
using Azure.Data.Tables;

namespace Certification.Storage.Rows;

/// <summary>Keys that Azure Tables takes. It refuses <c>/ \ # ?</c> and control characters, and more than 1 KiB.</summary>
internal static class RowKeys
{
    private const int MaxLength = 500;

    /// <summary>A key part that cannot clash: letters, digits and <c>: . _ -</c> stand as they are, every other byte of
    /// the UTF-8 form as <c>=hh</c>.</summary>
    /// <exception cref="ArgumentException">Empty, or longer than a key may be.</exception>
    internal static string Escape(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        var key = new StringBuilder(text.Length);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            var plain = char.IsAsciiLetterOrDigit((char)value) || ":._-".Contains((char)value, StringComparison.Ordinal);
            key.Append(plain ? ((char)value).ToString() : $"={value:x2}");
        }

        return key.Length <= MaxLength
            ? key.ToString()
            : throw new ArgumentException($"Key '{text[..40]}…' is longer than {MaxLength} characters.", nameof(text));
    }

    /// <summary>A numbered key, such as <c>audit-00000001</c>: eight digits, so that key order is number order.</summary>
    internal static string Numbered(string kind, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}-{number:D8}");

    /// <summary>The filter for all numbered rows of one kind in one partition, in order.</summary>
    internal static string AllNumbered(string partition, string kind) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {kind + "-"} and RowKey lt {kind + "."}");
}
