using System.CommandLine;
using Certification.Cli.Terminal;
using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Spectre.Console;

namespace Certification.Cli.Evidence;

/// <summary><c>certify evidence check FILE...</c>: what validation would find, alone and against each other; nothing leaves
/// the machine.</summary>
public static class EvidenceCommand
{
    private static readonly string[] Tiers = [.. Enum.GetNames<RiskTier>().Select(tier => tier.ToLowerInvariant())];

    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var files = new Argument<string[]>("FILE") { Description = "Evaluation logs, bills of materials, model cards", Arity = ArgumentArity.OneOrMore };
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
            Description = "PEM file of a public key that attestations are to be signed with", HelpName = "FILE",
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
                [.. (parsed.GetValue(key) ?? []).Select(EvidenceChecker.ReadKey)]);
            if (parsed.GetValue(json)) terminal.WriteJson(result);
            else Show(terminal.Out, result);
            return (int)(result.All.Any(finding => finding.Severity == Severity.Major) ? ExitCode.No : ExitCode.Yes);
        });
        return new Command("evidence", "For applicants: evidence files") { check };
    }

    private static string? FolderOf(string? dossierFile) =>
        dossierFile is null ? null : Path.GetDirectoryName(Path.GetFullPath(dossierFile));

    private static void Show(IAnsiConsole console, CheckedEvidence result)
    {
        foreach (var file in result.Files)
        {
            console.MarkupLineInterpolated($"[bold]{file.File}[/]  {file.Report.Format}, {file.Report.Claims.Count} claims, {file.Report.Findings.Count} findings");
            foreach (var finding in file.Report.Findings) Show(console, finding);
        }
        if (result.Together.Count > 0) console.MarkupLine("[bold]together[/]");
        foreach (var finding in result.Together) Show(console, finding);
    }

    private static void Show(IAnsiConsole console, Finding finding)
    {
        var colour = finding.Severity switch { Severity.Major => "red", Severity.Minor => "yellow", _ => "grey" };
        console.WriteField(
            finding.Severity.ToString().ToLowerInvariant(), $"{finding.Message} ({finding.Code}, {finding.Clause}{Place(finding)})", colour: colour);
    }

    private static string Place(Finding finding) => finding.Where is null ? "" : $" at {finding.Where}";
}
