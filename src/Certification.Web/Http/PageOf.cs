using Certification.Domain;
using Certification.Storage.Lists;

namespace Certification.Web.Http;

/// <summary>One page of a list.</summary>
/// <param name="Continuation">Asks for the next page; absent on the last.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Items, string? Continuation);

/// <summary>Reads lists page by page.</summary>
public static class Paging
{
    private const int Size = 50;

    /// <summary>A page of rows, or the problem with the token.</summary>
    public static async Task<Outcome<PageOf<TItem>>> Read<TRow, TItem>(
        this Indexes indexes, string index, string partition, string? continuation, Func<TRow, TItem> item, CancellationToken cancellation)
    {
        var page = await indexes.Page(index, partition, continuation, Size, cancellation);
        return page.Succeeded
            ? new PageOf<TItem>([.. page.Value.Rows.Select(row => item(row.Row<TRow>()))], page.Value.Next)
            : page.Refusal;
    }

    /// <summary>The answer to a request for a page.</summary>
    public static IResult Answer<T>(this Outcome<PageOf<T>> page) =>
        page.Succeeded ? TypedResults.Ok(page.Value) : ProblemAnswer.From(page.Refusal);
}
