namespace Certification.Formats.ModelCards;

/// <summary>Tells when one card describes several models: it has a table with one row for each.</summary>
internal static class CardVariants
{
    private static readonly string[] FirstColumns = ["size", "model", "models", "checkpoint", "variant", "name", "version"];

    /// <summary>First column of such a table; empty for any other table.</summary>
    public static IReadOnlyList<string> Of(string table)
    {
        var rows = table.Split('\n').Select(FirstCell).ToList();
        if (rows.Count < 4 || !FirstColumns.Contains(rows[0].ToLowerInvariant()))
            return [];
        return [.. rows.Skip(2).Where(cell => cell.Length > 0).Take(50)];
    }

    private static string FirstCell(string row) => row.Split('|') is [_, var cell, ..] ? cell.Trim(' ', '*', '`') : "";
}
