using Certification.Cli.Submitting;
using Certification.Cli.Terminal;
using Certification.Domain;
using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;
using Certification.Formats;
using Certification.Formats.Attestations;

namespace Certification.Cli.Evidence;

/// <summary>A file with the report on it.</summary>
public sealed record CheckedFile(string File, EvidenceReport Report);

/// <summary>What was found in files.</summary>
/// <param name="Together">What the files say against each other.</param>
public sealed record CheckedEvidence(IReadOnlyList<CheckedFile> Files, IReadOnlyList<Finding> Together)
{
    /// <summary>Every finding.</summary>
    internal IEnumerable<Finding> All => Files.SelectMany(file => file.Report.Findings).Concat(Together);
}

/// <summary>Reads and judges files by the floor rulebook, as an authority's validation does.</summary>
public static class EvidenceChecker
{
    // Whatever has a format is read; "opaque" would mean that a file is sealed unread.
    private static readonly IReadOnlyList<string> ReadableFormats =
        [.. EvidenceFormats.All.Where(format => format != "opaque")];

    /// <summary>Checks files.</summary>
    /// <param name="dossier">Folder of the dossier that they belong to; null to take the system from what the first of them names.</param>
    /// <param name="keys">What signatures of attestations are verified with.</param>
    /// <param name="tier">The tier whose demands hold; null for the dossier's, or <c>limited</c>.</param>
    public static async Task<CheckedEvidence> CheckAsync(
        IReadOnlyList<string> files, string? dossier, RiskTier? tier, DateTimeOffset at, CancellationToken cancellation,
        IReadOnlyList<TrustedKey>? keys = null)
    {
        var readings = new List<(string File, FormatReading Reading, Sha256Digest Digest)>();
        foreach (var file in files) readings.Add(await ReadAsync(file, keys ?? [], cancellation));
        var declaration = dossier is null
            ? Assumed(readings.SelectMany(read => read.Reading.Claims).FirstOrDefault(claim => claim.Subject is not null)?.Subject ?? "")
            : PreparedDossier.Open(dossier).Declaration;
        var demanded = tier
            ?? (dossier is null ? RiskTier.Limited : TierClassifier.Classify(RulebookLibrary.Floor, declaration).Tier);
        var items = readings.Select((read, index) => Item(index, read.File, read.Reading, read.Digest)).ToList();
        var reports = readings.Select((read, index) => EvidenceJudgement.Judge(
            RulebookLibrary.Floor, demanded, declaration, items[index], read.Reading, at)).ToList();
        // Without a dossier nothing was declared, so that nothing can be missing from the declaration.
        if (dossier is null) reports = [.. reports.Select(WithoutUndeclared)];
        return new CheckedEvidence(
            [.. files.Select((file, index) => new CheckedFile(file, reports[index]))],
            DossierJudgement.Judge(RulebookLibrary.Floor, items, reports));
    }

    /// <summary>Reads a public key.</summary>
    /// <exception cref="ProblemException">The file cannot be read, or holds no such key.</exception>
    internal static TrustedKey ReadKey(string path)
    {
        try
        {
            return TrustedKey.Parse(File.ReadAllText(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new ProblemException(
                new Problem(fault.Message, path, "Give the PEM file of a public key on P-256 or P-384.", "key.unusable"), ExitCode.Usage);
        }
    }

    private static async Task<(string, FormatReading, Sha256Digest)> ReadAsync(
        string path, IReadOnlyList<TrustedKey> keys, CancellationToken cancellation)
    {
        try
        {
            await using var content = File.OpenRead(path);
            var digest = Sha256Digest.FromBytes(await System.Security.Cryptography.SHA256.HashDataAsync(content, cancellation));
            content.Position = 0;
            return (path, await EvidenceReader.ReadAsync(content, ReadableFormats, cancellation, keys), digest);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(new Problem(fault.Message, path, "Check the path.", "file.unreadable"), ExitCode.Usage);
        }
    }

    private static EvidenceReport WithoutUndeclared(EvidenceReport report) => report with
    {
        Findings = [.. report.Findings.Where(finding => !finding.Code.EndsWith("-undeclared", StringComparison.Ordinal))],
    };

    /// <summary>An item that claims no more than the file itself shows: who performed it is for the declaration to say.</summary>
    private static EvidenceItem Item(int index, string path, FormatReading reading, Sha256Digest digest)
    {
        var catalogue = RulebookLibrary.Floor.Evidence;
        var kind = catalogue.FirstOrDefault(kind => kind.Formats.Contains(reading.Format)) ?? catalogue[0];
        return new EvidenceItem(
            $"e-{index + 1}", kind.Code, Path.GetFileName(path), new FileInfo(path).Length, digest, Visibility.Public, "", "third-party");
    }

    /// <summary>A declaration of nothing but a name, so that only what the files say of themselves and each other is judged.</summary>
    private static Declaration Assumed(string system) => new(
        new SystemDeclaration(system, "", "", [], null, [], []), [], new ContextOfUse("", "", "none", [], "", "", "", ""), []);
}
