using Certification.Domain.Evidence;

namespace Certification.Formats;

/// <summary>What the first bytes of a file say about it.</summary>
/// <param name="IsJson">JSON, or else text.</param>
/// <param name="Fault">Set when it is neither.</param>
internal readonly record struct ContentKind(bool IsJson, ReadingFault? Fault)
{
    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Length of a UTF-8 byte order mark, which JSON forbids and many editors write.</summary>
    public static int MarkLength(ReadOnlySpan<byte> head) => head.StartsWith(Utf8Mark) ? Utf8Mark.Length : 0;

    public static ContentKind Of(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return No("evidence.encoding", "The file is UTF-16; save it as UTF-8.");
        if (head.StartsWith("PK\u0003\u0004"u8))
            return No("evidence.format-unknown", "The file is an archive; unpack it, and convert an .eval log with \"inspect log convert --to json\".");
        if (head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            return No("evidence.format-unknown", "The file is compressed; upload it unpacked.");
        if (head.Contains((byte)0))
            return No("evidence.format-unknown", "The file is binary; a JSON or Markdown file is wanted.");
        var text = head[MarkLength(head)..].TrimStart(" \t\r\n"u8);
        return text.IsEmpty ? No("evidence.empty", "The file is empty.")
            : text[0] is (byte)'{' or (byte)'[' ? new(true, null)
            : text[0] == (byte)'<' && text.StartsWith("<?xml"u8) ? No("evidence.format-unknown", "The file is XML; export the JSON form.")
            : new(false, null);
    }

    private static ContentKind No(string code, string message) => new(false, new(code, message));
}
