using System.Security.Cryptography;
using System.Text.Json;
using Certification.Cli.Terminal;
using Certification.Domain;
using Certification.Domain.Certificates;

namespace Certification.Cli.Verifying;

/// <summary>Checks an opening that a holder gave: whether the signed certificate committed to exactly this item.</summary>
internal static class OpeningCheck
{
    private const long OpeningLimit = 64 << 10;

    /// <summary>What came of it.</summary>
    /// <param name="content">Path of the file that is said to be the item; null when only digest or text are compared.</param>
    public static OpeningVerdict Check(CertificateDraft? certificate, string path, string? content)
    {
        var opening = Read(path);
        if (certificate is null) return new(opening.Item, false, "There is no certificate whose signature holds, so nothing is committed to.");
        if (!opening.Opens(certificate))
            return new(opening.Item, false, $"{certificate.Number} does not commit to this {opening.Item}.");
        if (content is not null && (opening.Digest is not { } digest || Hash(content) != digest))
            return new(opening.Item, false, $"{content} is not the file that {certificate.Number} commits to.");
        return new(opening.Item, true, opening.Value is { } value
            ? $"{certificate.Number} commits to: {value}"
            : $"{certificate.Number} commits to the file with SHA-256 {opening.Digest}{(content is null ? "" : $", which is {content}")}.");
    }

    private static Opening Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Opening>(InputFile.Read(path, OpeningLimit), DomainJson.Strict)
                ?? throw new JsonException("The document is null.");
        }
        catch (JsonException fault)
        {
            throw new ProblemException(
                new Problem($"This is no opening: {fault.Message}", path, "Give the file that certify disclose wrote.", "opening.malformed"), ExitCode.Usage);
        }
    }

    private static Sha256Digest Hash(string path)
    {
        if (!File.Exists(path))
            throw new ProblemException(new Problem("There is no such file.", path, "Check the path.", "file.unreadable"), ExitCode.Usage);
        using var file = File.OpenRead(path);
        return Sha256Digest.FromBytes(SHA256.HashData(file));
    }
}

/// <summary>Whether an opening opens.</summary>
/// <param name="Says">What was compared, in one sentence.</param>
internal sealed record OpeningVerdict(string Item, bool Opens, string Says);
