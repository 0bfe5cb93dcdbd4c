using Certification.Domain.Evidence;
using Certification.Formats.Attestations;
using Certification.Formats.Json;
using Certification.Formats.ModelCards;

namespace Certification.Formats;

/// <summary>Reads evidence files of any known format, recognised by content and never by name. A file that is not what it
/// should be gives faults, not exceptions; memory stays bounded however large the file is.</summary>
public static class EvidenceReader
{
    /// <summary>Reads a file to its end.</summary>
    /// <param name="content">Read once, forwards; left open. Only failures of the stream itself are thrown.</param>
    /// <param name="acceptedFormats">Of the evidence kind; <c>opaque</c> alone means that no byte is read.</param>
    /// <param name="keys">What signatures of attestations are verified with; without any, their standing is unknown.</param>
    public static async Task<FormatReading> ReadAsync(
        Stream content, IReadOnlyList<string> acceptedFormats, CancellationToken cancellation, IReadOnlyList<TrustedKey>? keys = null)
    {
        if (acceptedFormats is ["opaque"])
            return FormatReading.Opaque;
        // Long enough for the first line of a JSONL file, which tells such a file from other JSON.
        var head = new byte[64 * 1024];
        var count = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        var start = head.AsMemory(0, count);
        return ContentKind.Of(start.Span) switch
        {
            { Fault: { } fault } => FormatReading.Unknown(fault),
            { IsJson: true } => await JsonEvidence.ReadAsync(start[ContentKind.MarkLength(start.Span)..], content, keys ?? [], cancellation).ConfigureAwait(false),
            _ => await ModelCardReader.ReadAsync(start[ContentKind.MarkLength(start.Span)..], content, cancellation).ConfigureAwait(false),
        };
    }
}
