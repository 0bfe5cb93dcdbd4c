using Azure.Data.Tables;

namespace Certification.Storage.Rows;

/// <summary>Text of up to 450,000 UTF-16 units in one row. A table property holds 64 KiB (32 K units), an entity 1 MiB,
/// so the text is cut over as many columns as it needs: <c>Name0</c>, <c>Name1</c>, …</summary>
internal static class WideText
{
    private const int UnitsPerColumn = 30_000;
    private const int MaxColumns = 15;

    /// <summary>Puts the text into the row.</summary>
    /// <exception cref="ArgumentException">Longer than fits; such content belongs into a blob, with its digest here.</exception>
    internal static void Set(TableEntity row, string name, string text)
    {
        if (text.Length > UnitsPerColumn * (MaxColumns - 1))
        {
            throw new ArgumentException(
                $"{name} of {row.PartitionKey}/{row.RowKey} has {text.Length} characters; a row holds at most "
                + $"{UnitsPerColumn * (MaxColumns - 1)}. Keep large content in a blob and its digest in the row.", nameof(text));
        }

        var column = 0;
        for (var start = 0; start < text.Length || column == 0;)
        {
            var length = Math.Min(UnitsPerColumn, text.Length - start);
            // Half a surrogate pair at the end of a column would be stored as U+FFFD and the text would be lost.
            if (start + length < text.Length && char.IsHighSurrogate(text[start + length - 1]))
            {
                length--;
            }

            row[$"{name}{column++}"] = text.Substring(start, length);
            start += length;
        }
    }

    /// <summary>Reads the text back.</summary>
    internal static string Get(TableEntity row, string name)
    {
        var parts = Enumerable.Range(0, MaxColumns)
            .Select(column => row.GetString($"{name}{column}"))
            .TakeWhile(part => part is not null);
        return string.Concat(parts);
    }
}
