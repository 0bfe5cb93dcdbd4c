using System.CommandLine;
using Certification.Cli.Http;
using Certification.Cli.Terminal;
using Spectre.Console;

namespace Certification.Cli.Deciding;

/// <summary><c>certify cases</c>: the authority's open cases.</summary>
public static class CasesCommand
{
    private static readonly string[] Steps = ["in-review", "awaiting-decision"];

    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var step = new Option<string?>("--step") { Description = $"{string.Join(" or ", Steps)} (default: both)", HelpName = "STEP" };
        step.AcceptOnlyFromAmong(Steps);
        var command = new ExampledCommand(
            "cases", "List the cases that wait for an assessor or a decider", "./certify cases --step in-review") { step };
        var caller = CallerOptions.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = caller.ClientOf(parsed);
            var steps = parsed.GetValue(step) is { } one ? [one] : Steps;
            var cases = new List<SubmissionLine>();
            foreach (var each in steps) cases.AddRange(await ReadAllAsync(client, each, cancellation));
            if (caller.WantsJson(parsed)) terminal.WriteJson(new { items = cases });
            else Show(terminal.Out, cases);
            return (int)ExitCode.Yes;
        });
        return command;
    }

    private static async Task<List<SubmissionLine>> ReadAllAsync(AuthorityClient client, string step, CancellationToken cancellation)
    {
        var cases = new List<SubmissionLine>();
        string? continuation = null;
        do
        {
            var page = await client.ListCasesAsync(step, continuation, cancellation);
            cases.AddRange(page.Items);
            continuation = page.Continuation;
        }
        while (continuation is not null);
        return cases;
    }

    private static void Show(IAnsiConsole console, List<SubmissionLine> cases)
    {
        if (cases.Count == 0)
        {
            console.WriteLine("No case waits.");
            return;
        }
        var table = new Table().Border(TableBorder.None).AddColumns("case", "system", "step", "since");
        foreach (var line in cases)
        {
            table.AddRow(
                Markup.Escape(line.Id), Markup.Escape(line.System), Markup.Escape(line.Status), $"{line.UpdatedAt:yyyy-MM-dd HH:mm}");
        }
        console.Write(table);
    }
}
