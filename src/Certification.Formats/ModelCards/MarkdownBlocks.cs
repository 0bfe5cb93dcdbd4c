namespace Certification.Formats.ModelCards;

/// <summary>Kinds of blocks that a card is made of.</summary>
internal enum MarkdownKind { Heading, Paragraph, Table, Code }

/// <summary>A heading, a paragraph or list item, a table, or a code block.</summary>
/// <param name="Line">From 1, where it begins.</param>
/// <param name="Level">Of a heading, from 1; 0 for the rest.</param>
internal sealed record MarkdownBlock(MarkdownKind Kind, string Text, int Line, int Level);

/// <summary>Splits Markdown into blocks as far as reading a card needs it.</summary>
internal static class MarkdownBlocks
{
    public static IEnumerable<MarkdownBlock> Of(string[] lines, int start)
    {
        var pending = new List<string>();
        var kind = MarkdownKind.Paragraph;
        var first = start;
        string? fence = null;
        for (var index = start; index <= lines.Length; index++)
        {
            var line = index < lines.Length ? lines[index].Trim() : "";
            var next = fence is null ? KindOf(line) : MarkdownKind.Code;
            var ends = index == lines.Length || (fence is null && (line.Length == 0 || next != kind || StartsItem(line)));
            if (ends && pending.Count > 0)
            {
                yield return Block(kind, pending, first + 1);
                pending.Clear();
            }

            if (pending.Count == 0)
                (kind, first) = (next, index);
            fence = Fence(line, fence);
            if (line.Length > 0)
                pending.Add(line);
        }
    }

    private static MarkdownBlock Block(MarkdownKind kind, List<string> lines, int line) => kind switch
    {
        MarkdownKind.Heading => new(kind, lines[0].Trim('#').Trim(), line, lines[0].TakeWhile(c => c == '#').Count()),
        MarkdownKind.Paragraph => new(kind, string.Join(' ', lines), line, 0),
        _ => new(kind, string.Join('\n', lines), line, 0),
    };

    private static MarkdownKind KindOf(string line) => line switch
    {
        ['#', ..] => MarkdownKind.Heading,
        ['|', ..] => MarkdownKind.Table,
        ['`', '`', '`', ..] or ['~', '~', '~', ..] => MarkdownKind.Code,
        _ => MarkdownKind.Paragraph,
    };

    private static bool StartsItem(string line) => line is ['-' or '*', ' ', ..] or ['#', ..];

    private static string? Fence(string line, string? open)
    {
        if (open is not null)
            return line.StartsWith(open, StringComparison.Ordinal) ? null : open;
        return KindOf(line) == MarkdownKind.Code ? line[..3] : null;
    }
}
