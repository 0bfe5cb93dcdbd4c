using System.CommandLine;
using Certification.Cli.Terminal;
using Certification.Domain.Evidence;
using Certification.Domain.Intake;

namespace Certification.Cli.Evidence;

/// <summary><c>certify evidence check FILE...</c>: what validation would find, alone and against each other; nothing leaves
/// the machine.</summary>
public static class EvidenceCommand
{
    private static readonly string[] Tiers = [.. Enum.GetNames<RiskTier>().Select(tier => tier.ToLowerInvariant())];

    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var files = new Argument<string[]>("FILE") { Description = "Evaluation and red-team results, bills of materials, model and dataset cards, assessments, attestations", Arity = ArgumentArity.OneOrMore };
        var dossier = new Option<string?>("--dossier")
        {
            Description = "Folder with the dossier.json whose system and use the files are judged by", HelpName = "DIR",
        };
        var submission = new Option<string?>("--submission")
        {
            Description = "The dossier.json itself, in place of its folder", HelpName = "FILE",
        };
        var key = new Option<string[]>("--key")
        {
            Description = "Public key that attestations are signed with, in PEM, or a list of keys in JSON", HelpName = "FILE",
        };
        var tier = new Option<string?>("--tier")
        {
            Description = $"{string.Join(", ", Tiers)} (default: the dossier's, else limited)", HelpName = "TIER",
        };
        tier.AcceptOnlyFromAmong(Tiers);
        var json = CommonOptions.Json();
        var check = new ExampledCommand(
            "check", "Check evidence files before they are submitted",
            "./certify evidence check run.json model-card.md", "./certify evidence check my-dossier/*.json --dossier my-dossier --json")
        {
            files, dossier, submission, key, tier, json,
        };
        check.SetAction(async (parsed, cancellation) =>
        {
            var demanded = parsed.GetValue(tier) is { } word ? Enum.Parse<RiskTier>(word, ignoreCase: true) : (RiskTier?)null;
            var result = await EvidenceChecker.CheckAsync(
                parsed.GetRequiredValue(files), parsed.GetValue(dossier) ?? FolderOf(parsed.GetValue(submission)), demanded, DateTimeOffset.UtcNow, cancellation,
                [.. (parsed.GetValue(key) ?? []).SelectMany(ReadFile.ReadKeys)]);
            if (parsed.GetValue(json)) terminal.WriteJson(result);
            else EvidenceScreen.Show(terminal.Out, result);
            return (int)(result.All.Any(finding => finding.Severity == Severity.Major) ? ExitCode.No : ExitCode.Yes);
        });
        return new Command("evidence", "For applicants: evidence files") { check };
    }

    private static string? FolderOf(string? dossierFile) =>
        dossierFile is null ? null : Path.GetDirectoryName(Path.GetFullPath(dossierFile));
}
