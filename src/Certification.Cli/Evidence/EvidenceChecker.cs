using Certification.Cli.Submitting;
using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;
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
    // What can only be said against a declaration. Without one, each file is judged for the system that it names itself.
    private static readonly string[] NeedsDeclaration =
    [
        "evidence.base-model-undeclared", "evidence.subject-mismatch", "evidence.card-names-model-in-passing", "evidence.independence-overstated",
    ];

    /// <summary>Checks files.</summary>
    /// <param name="dossier">Folder of the dossier that they belong to; null to take the system from what each of them names.</param>
    /// <param name="keys">What signatures of attestations are verified with.</param>
    /// <param name="tier">The tier whose demands hold; null for the dossier's, or <c>limited</c>.</param>
    public static async Task<CheckedEvidence> CheckAsync(
        IReadOnlyList<string> files, string? dossier, RiskTier? tier, DateTimeOffset at, CancellationToken cancellation,
        IReadOnlyList<TrustedKey>? keys = null)
    {
        var readings = new List<ReadFile>();
        foreach (var file in files) readings.Add(await ReadFile.Read(file, keys ?? [], cancellation));
        var submission = dossier is null ? null : PreparedDossier.Open(dossier);
        var demanded = tier ?? (submission is null ? RiskTier.Limited : TierClassifier.Classify(RulebookLibrary.Floor, submission.Declaration).Tier);
        var items = ItemsOf(readings, submission, demanded);
        var reports = readings.Select((read, index) => Judge(read, items[index], submission?.Declaration, demanded, at)).ToList();
        List<Finding> together = [.. DossierJudgement.Judge(RulebookLibrary.Floor, items, reports)];
        if (submission is null) together.AddRange(Subjects(readings, items));
        return new CheckedEvidence([.. files.Select((file, index) => new CheckedFile(file, reports[index]))], together);
    }

    private static EvidenceReport Judge(ReadFile read, EvidenceItem item, Declaration? declaration, RiskTier tier, DateTimeOffset at)
    {
        var report = EvidenceJudgement.Judge(
            RulebookLibrary.Floor, tier, declaration ?? Assumed(read.Subject ?? ""), item, read.Reading, at);
        var clause = $"{RulebookLibrary.Floor.Origin} §evidence";
        return report with
        {
            Findings =
            [
                .. report.Findings
                    .Where(finding => declaration is not null || !NeedsDeclaration.Contains(finding.Code))
                    .Select(finding => EvidenceKinds.Takes(read.Reading) || declaration is not null ? finding : finding with { Clause = clause }),
            ],
        };
    }

    // File names tell a person more than "e-1"; two files of one name keep their paths.
    private static List<EvidenceItem> ItemsOf(List<ReadFile> readings, DossierFolder? submission, RiskTier tier)
    {
        var repeated = readings.GroupBy(read => Path.GetFileName(read.File)).Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet();
        return [.. readings.Select(read => Item(read, submission, tier, repeated.Contains(Path.GetFileName(read.File)) ? read.File : Path.GetFileName(read.File)))];
    }

    // What the dossier declares of a file holds; of any other, no more is claimed than the file itself shows.
    private static EvidenceItem Item(ReadFile read, DossierFolder? submission, RiskTier tier, string id)
    {
        var name = Path.GetFileName(read.File);
        var declared = submission?.Items.FirstOrDefault(item => Path.GetFullPath(item.Path) == Path.GetFullPath(read.File))
            ?? submission?.Items.FirstOrDefault(item => item.FileName == name);
        return new EvidenceItem(
            id, declared?.Kind ?? EvidenceKinds.For(read.Reading, tier).Code, name, read.Size, read.Digest, Visibility.Public,
            declared?.PerformedBy ?? "", declared?.Independence ?? "third-party");
    }

    private static IEnumerable<Finding> Subjects(List<ReadFile> readings, List<EvidenceItem> items)
    {
        var named = readings.Zip(items, (read, item) => (read.Subject, item.Id)).Where(file => file.Subject is not null)
            .GroupBy(file => file.Subject!, StringComparer.OrdinalIgnoreCase).ToList();
        if (named.Count > 1)
        {
            yield return new Finding("dossier.subjects-differ", Severity.Observation, $"{RulebookLibrary.Floor.Origin} §evidence",
                $"The files name {Counted.Of(named.Count, "system")}: {string.Join("; ", named.Select(file => $"\"{file.Key}\" ({string.Join(", ", file.Select(one => one.Id))})"))}. Give --submission to say which counts.");
        }
    }

    /// <summary>A declaration of nothing but a name, so that only what the files say of themselves and each other is judged.</summary>
    private static Declaration Assumed(string system) => new(
        new SystemDeclaration(system, "", "", [], null, [], []), [], new ContextOfUse("", "", "none", [], "", "", "", ""), []);
}
