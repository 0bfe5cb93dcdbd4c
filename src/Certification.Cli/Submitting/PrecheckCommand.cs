using System.CommandLine;
using Certification.Cli.Deciding;
using Certification.Cli.Http;
using Certification.Cli.Terminal;
using Certification.Domain.Intake;
using Spectre.Console;

namespace Certification.Cli.Submitting;

/// <summary><c>certify precheck DIR</c>: the tier and the exact gap list, nothing filed.</summary>
public static class PrecheckCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var folder = new Argument<string>("DIR") { Description = "The dossier: dossier.json and the evidence files" };
        var command = new ExampledCommand(
            "precheck", "Show what a submission would lack; files nothing", "./certify precheck tests/dossiers/example") { folder };
        var caller = CallerOptions.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var dossier = PreparedDossier.Open(parsed.GetRequiredValue(folder));
            using var client = caller.ClientOf(parsed);
            var evidence = new List<EvidenceDeclaration>();
            foreach (var item in dossier.Items) evidence.Add(await item.DeclareAsync(cancellation));
            var answer = await client.PrecheckAsync(dossier.Declaration, evidence, cancellation);
            if (caller.WantsJson(parsed)) terminal.WriteJson(answer);
            else Show(terminal.Out, answer);
            return (int)(answer.Gaps.Count == 0 ? ExitCode.Yes : ExitCode.No);
        });
        return command;
    }

    private static void Show(IAnsiConsole console, PrecheckView answer)
    {
        CaseScreen.ShowClassification(console, new Classification(answer.Tier, answer.Fired, answer.Changes));
        CaseScreen.ShowGaps(console, answer.Gaps);
        var effort = answer.Gaps.Sum(gap => gap.EffortHours);
        console.MarkupLine(answer.Gaps.Count == 0
            ? "[green]Nothing is missing.[/] Hand it in with: ./certify submit DIR"
            : $"[yellow]{answer.Gaps.Count} missing[/], typically {effort} hours of work. Nothing was filed.");
    }
}
