using System.Buffers.Text;
using System.Text;
using Certification.Domain;

namespace Certification.Storage.Lists;

/// <summary>Some rows of a list, in order, and how to go on.</summary>
/// <param name="Next">Opaque, safe in a URL; null after the last row.</param>
public sealed record Page(IReadOnlyList<IndexRow> Rows, string? Next);

/// <summary>One row of a list.</summary>
public sealed record IndexRow(string Key, string RowJson)
{
    /// <summary>The row as a value.</summary>
    public TRow Row<TRow>() => DomainJson.Read<TRow>(Encoding.UTF8.GetBytes(RowJson));
}

/// <summary>The place in a list where a page ended. The token names its list, so that one list's token cannot be used to
/// ask for another's rows; it is not secret and grants nothing.</summary>
internal static class PageToken
{
    private const char Separator = '\n';

    internal static string After(string partitionKey, string rowKey) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{partitionKey}{Separator}{rowKey}"));

    /// <summary>The row key to go on after; false for anything that this list did not give out.</summary>
    internal static bool TryRead(string partitionKey, string token, out string rowKey)
    {
        rowKey = "";
        if (token.Length > 2_000 || !Base64Url.IsValid(token))
        {
            return false;
        }

        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(token)).Split(Separator);
        if (parts.Length != 2 || parts[0] != partitionKey || parts[1].Any(c => c is <= ' ' or >= '~'))
        {
            return false;
        }

        rowKey = parts[1];
        return true;
    }
}
