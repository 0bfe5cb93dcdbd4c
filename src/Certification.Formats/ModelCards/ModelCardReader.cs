using System.Text;
using Certification.Domain.Evidence;

namespace Certification.Formats.ModelCards;

/// <summary>Reads model cards: Markdown with or without YAML front matter.</summary>
internal static class ModelCardReader
{
    /// <summary>Longest card that is read, in bytes.</summary>
    public const int LongestCard = 4 * 1024 * 1024;

    public static async Task<FormatReading> ReadAsync(ReadOnlyMemory<byte> head, Stream rest, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        bytes.Write(head.Span);
        var chunk = new byte[16 * 1024];
        while (await rest.ReadAsync(chunk, cancellation).ConfigureAwait(false) is > 0 and var count)
        {
            bytes.Write(chunk, 0, count);
            if (bytes.Length > LongestCard)
                return FormatReading.Unknown(new("evidence.malformed", $"Text longer than {LongestCard} bytes is no model card."));
        }

        try
        {
            return Read(new UTF8Encoding(false, true).GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
        }
        catch (DecoderFallbackException)
        {
            return FormatReading.Unknown(new("evidence.encoding", "The text is not UTF-8; save the file as UTF-8."));
        }
    }

    private static FormatReading Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var (header, faults, bodyStart) = FrontMatter.Read(lines);
        var prose = CardProse.Read(lines, bodyStart);
        var results = CardHeader.Results(header);
        var card = new ModelCard(
            header is not null, prose.Title, CardHeader.ModelNames(header, prose.Title), prose.Mentions, prose.Variants,
            CardHeader.Licence(header), CardHeader.Names(header, "datasets"), CardHeader.Names(header, "base_model"), results,
            prose.AdvisedAgainst, prose.Limitations, prose.HasLimitationsSection, prose.HasIntendedUse,
            [.. CardHeader.Names(header, "pipeline_tag"), .. CardHeader.Names(header, "task_categories")], prose.IntendedUses);
        return new("model-card", Claims(card), faults, Card: card);
    }

    private static IReadOnlyList<Claim> Claims(ModelCard card) =>
    [
        .. card.Results.Take(200).Select(result => new Claim(
            result.Model ?? card.ModelNames.FirstOrDefault(), "model-card",
            Benchmark: result.Dataset, BenchmarkVersion: result.Revision, Metric: result.Metric, Value: result.Value, Where: "model-index")),
    ];
}
