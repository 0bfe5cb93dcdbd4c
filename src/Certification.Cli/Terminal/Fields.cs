using Spectre.Console;

namespace Certification.Cli.Terminal;

/// <summary>Lines of a label and a text, the text wrapped under itself.</summary>
public static class Fields
{
    private const int WidestLine = 100;

    /// <summary>Writes a label, indented by two, and a text beside it.</summary>
    /// <param name="labelWidth">Columns that the label takes.</param>
    /// <param name="colour">Of the label.</param>
    public static void WriteField(this IAnsiConsole console, string label, string text, int labelWidth = 12, string colour = "grey")
    {
        var lines = Wrap(text, Math.Min(console.Profile.Width, WidestLine) - labelWidth - 2);
        console.MarkupLineInterpolated($"  [{colour}]{label.PadRight(labelWidth)}[/]{lines[0]}");
        foreach (var line in lines.Skip(1)) console.MarkupLineInterpolated($"{new string(' ', labelWidth + 2)}{line}");
    }

    /// <summary>Breaks a text between words; a word that is wider than a line stays whole, so that an address can be copied.</summary>
    /// <returns>At least one line.</returns>
    public static IReadOnlyList<string> Wrap(string text, int width)
    {
        List<string> lines = [""];
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines[^1].Length == 0) lines[^1] = word;
            else if (lines[^1].Length + 1 + word.Length <= width) lines[^1] += " " + word;
            else lines.Add(word);
        }
        return lines;
    }
}
