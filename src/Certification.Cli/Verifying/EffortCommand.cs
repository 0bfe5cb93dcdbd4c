using System.CommandLine;
using System.Globalization;
using Certification.Cli.Terminal;
using Certification.Domain.Submissions;
using Spectre.Console;

namespace Certification.Cli.Verifying;

/// <summary><c>certify effort</c>: what submissions cost, by tier and size of organisation.</summary>
public static class EffortCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var command = new ExampledCommand("effort", "Show what submissions cost, by tier and size of organisation", "./certify effort --json");
        var caller = CallerOptions.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = caller.PublicClientOf(parsed);
            var report = await client.GetEffortAsync(cancellation);
            if (caller.WantsJson(parsed)) terminal.WriteJson(report);
            else Show(terminal.Out, report);
            return (int)ExitCode.Yes;
        });
        return command;
    }

    private static void Show(IAnsiConsole console, EffortReport report)
    {
        var groups = new Table().Border(TableBorder.None).AddColumns("tier", "organisation", "cases", "documents", "MB", "hours");
        foreach (var group in report.Groups)
        {
            groups.AddRow(
                Word(group.Tier), group.Size is { } size ? Word(size) : "not told", Shown(group.Cases), Shown(group.MedianDocuments),
                Shown(group.MedianBytes / 1_000_000), Shown(group.MedianHours));
        }
        console.Write(groups);
        var kinds = new Table().Border(TableBorder.None).AddColumns("evidence", "estimated h", "told h");
        foreach (var kind in report.Kinds) kinds.AddRow(kind.Kind, Shown(kind.EstimatedHours), Shown(kind.DeclaredHours));
        console.Write(kinds);
        console.WriteLine($"Medians. A dash stands where fewer than {report.LeastApplicants} applicants told something.");
    }

    private static string Shown(double? value) => value is { } known ? known.ToString("0.#", CultureInfo.InvariantCulture) : "-";

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
