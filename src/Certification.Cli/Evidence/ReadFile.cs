using System.Security.Cryptography;
using Certification.Cli.Terminal;
using Certification.Domain;
using Certification.Domain.Evidence;
using Certification.Formats;
using Certification.Formats.Attestations;

namespace Certification.Cli.Evidence;

/// <summary>A file as a reader sees it.</summary>
/// <param name="Size">Bytes.</param>
internal sealed record ReadFile(string File, long Size, Sha256Digest Digest, FormatReading Reading)
{
    // Whatever has a format is read; "opaque" would mean that a file is sealed unread.
    private static readonly IReadOnlyList<string> ReadableFormats = [.. EvidenceFormats.All.Where(format => format != "opaque")];

    /// <summary>The system that the file names most often; null when it names none.</summary>
    public string? Subject { get; } = Reading.Claims
        .Where(claim => claim is { Subject: { Length: > 0 }, Protocol: not ("dataset" or "attestation" or "reference-standard") })
        .GroupBy(claim => claim.Subject).MaxBy(same => same.Count())?.Key
        ?? Reading.Run?.Subjects.FirstOrDefault() ?? Reading.Card?.ModelNames.FirstOrDefault();

    /// <summary>Hashes and reads a file.</summary>
    /// <exception cref="ProblemException">It cannot be opened or read.</exception>
    public static async Task<ReadFile> Read(string path, IReadOnlyList<TrustedKey> keys, CancellationToken cancellation)
    {
        try
        {
            await using var content = System.IO.File.OpenRead(path);
            var digest = Sha256Digest.FromBytes(await SHA256.HashDataAsync(content, cancellation));
            content.Position = 0;
            return new(path, content.Length, digest, await EvidenceReader.ReadAsync(content, ReadableFormats, cancellation, keys));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(new Problem(fault.Message, path, "Check the path.", "file.unreadable"), ExitCode.Usage);
        }
    }

    /// <summary>Reads a public key, or a list of them.</summary>
    /// <exception cref="ProblemException">The file cannot be read, or holds no such key.</exception>
    public static IReadOnlyList<TrustedKey> ReadKeys(string path)
    {
        try
        {
            return TrustedKeys.Parse(System.IO.File.ReadAllText(path)).Keys;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new ProblemException(
                new Problem(fault.Message, path, "Give the PEM file of a public key on P-256 or P-384, or a JSON list of such keys.", "key.unusable"), ExitCode.Usage);
        }
    }
}
