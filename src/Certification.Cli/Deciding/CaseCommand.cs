using System.CommandLine;
using Certification.Cli.Terminal;

namespace Certification.Cli.Deciding;

/// <summary><c>certify case ID</c>: one case, as far as the caller may see it.</summary>
public static class CaseCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var id = new Argument<string>("ID") { Description = "Submission id, such as s-9f2c41" };
        var timeline = new Option<bool>("--timeline") { Description = "Also show what happened, and who did it" };
        var command = new ExampledCommand(
            "case", "Show a case: tier, findings, gaps and whose turn it is", "./certify case s-9f2c41 --timeline") { id, timeline };
        var caller = CallerOptions.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = caller.ClientOf(parsed);
            var view = (await client.GetSubmissionAsync(parsed.GetRequiredValue(id), cancellation)).Value;
            var entries = parsed.GetValue(timeline) ? await client.GetTimelineAsync(view.Id, cancellation) : null;
            if (caller.WantsJson(parsed)) terminal.WriteJson(new { submission = view, timeline = entries });
            else CaseScreen.Show(terminal.Out, view, entries);
            return (int)ExitCode.Yes;
        });
        return command;
    }
}
