using Certification.Cli.Http;
using Certification.Domain;
using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;
using Certification.Formats;

namespace Certification.Cli.Submitting;

/// <summary>Judges a dossier's files on this machine by the very rulebook that the authority applies: what validation would find,
/// before a byte leaves the house.</summary>
internal static class LocalJudgement
{
    /// <summary>The rulebook of this digest: built in, or fetched and checked against the digest.</summary>
    /// <returns>Null when the authority publishes another text under the name.</returns>
    public static async Task<Rulebook?> RulebookAsync(AuthorityClient client, RulebookReference wanted, CancellationToken cancellation)
    {
        var text = await client.DownloadAsync($"/public/rulebooks/{wanted.Id}-{wanted.Version}.json", cancellation);
        return Sha256Digest.Of(text) == wanted.Digest ? DomainJson.Read<Rulebook>(text) : null;
    }

    /// <summary>What validation would find in the files, alone and against each other.</summary>
    public static async Task<IReadOnlyList<Finding>> FindingsAsync(
        Rulebook rulebook, RiskTier tier, DossierFolder dossier, IReadOnlyList<EvidenceDeclaration> declared, DateTimeOffset at,
        CancellationToken cancellation)
    {
        var items = declared.Select(file => new EvidenceItem(
            file.FileName, file.Kind, file.FileName, file.Size, file.Sha256, file.Visibility, file.PerformedBy, file.Independence, at)).ToList();
        var reports = new List<EvidenceReport>();
        foreach (var (item, file) in items.Zip(dossier.Items))
        {
            await using var content = File.OpenRead(file.Path);
            var reading = await EvidenceReader.ReadAsync(content, rulebook.FormatsFor(item.Kind), cancellation);
            reports.Add(EvidenceJudgement.Judge(rulebook, tier, dossier.Declaration, item, reading, at));
        }
        return DossierJudgement.Findings(rulebook, items, reports);
    }
}
