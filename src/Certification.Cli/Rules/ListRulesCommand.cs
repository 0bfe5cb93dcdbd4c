using System.CommandLine;
using Certification.Cli.Terminal;

namespace Certification.Cli.Rules;

/// <summary><c>certify rules list</c>: the rulebooks of an authority; with <c>--proposals</c>, what officers propose.</summary>
public static class ListRulesCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var proposals = new Option<bool>("--proposals") { Description = "Proposals instead (officers and auditors)" };
        var command = new ExampledCommand(
            "list", "List the rulebooks of an authority: past, in force, upcoming",
            "./certify rules list --authority http://127.0.0.1:7072", "./certify rules list --proposals") { proposals };
        var caller = CallerOptions.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(proposals))
            {
                using var officer = caller.ClientOf(parsed);
                var page = await officer.ListProposalsAsync(cancellation);
                if (caller.WantsJson(parsed)) terminal.WriteJson(page);
                else RulesScreen.Show(terminal.Out, page.Items);
                return (int)ExitCode.Yes;
            }
            using var client = caller.PublicClientOf(parsed);
            var versions = await client.ListRulebooksAsync(cancellation);
            if (caller.WantsJson(parsed)) terminal.WriteJson(versions);
            else RulesScreen.Show(terminal.Out, versions);
            return (int)ExitCode.Yes;
        });
        return command;
    }
}
