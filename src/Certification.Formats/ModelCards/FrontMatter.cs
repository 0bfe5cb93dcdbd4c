using Certification.Domain.Evidence;
using YamlDotNet.Core;

namespace Certification.Formats.ModelCards;

/// <summary>The YAML header of a Markdown file, between two lines of three hyphens.</summary>
internal static class FrontMatter
{
    private const string Fence = "---";

    /// <summary>The header, faults within it, and the index of the first line after it. Without a header, nothing and 0.</summary>
    public static (Dictionary<string, object>? Header, IReadOnlyList<ReadingFault> Faults, int BodyStart) Read(string[] lines)
    {
        if (lines[0].TrimEnd() != Fence)
            return (null, [], 0);
        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() is Fence or "...");
        if (end < 0)
            return (null, [new("evidence.malformed", "The front matter does not end with a line of three hyphens.", "line 1")], 0);
        try
        {
            return YamlTree.Parse(string.Join('\n', lines[1..end])) is Dictionary<string, object> header
                ? (header, [], end + 1)
                : (null, [new("evidence.malformed", "The front matter is no YAML mapping.", "line 2")], end + 1);
        }
        catch (YamlException fault)
        {
            return (null, [new("evidence.malformed", $"The front matter is no YAML: {fault.Message}", $"line {fault.Start.Line + 1}")], end + 1);
        }
    }
}
