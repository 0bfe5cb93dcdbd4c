using System.CommandLine;
using Certification.Cli.Http;
using Certification.Cli.Terminal;
using Certification.Domain.Rulebooks.Governance;

namespace Certification.Cli.Rules;

/// <summary><c>certify rules simulate ID</c>: what a proposal would change for every open case and certificate in force.</summary>
public static class SimulateCommand
{
    /// <summary>The command. Exit code 1 when something would fail.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var id = new Argument<string>("ID") { Description = "Proposal id" };
        var command = new ExampledCommand(
            "simulate", "Show what a proposal would change for open cases and certificates in force",
            "./certify rules simulate rp-4bd19a07c2e1") { id };
        var caller = CallerOptions.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = caller.ClientOf(parsed);
            var (examined, items) = await ReadAllAsync(client, parsed.GetRequiredValue(id), cancellation);
            if (caller.WantsJson(parsed)) terminal.WriteJson(new { examined, items });
            else SimulationScreen.Show(terminal.Out, examined, items);
            return (int)(items.Exists(item => item.Change.Effect == SimulatedEffect.WouldFail) ? ExitCode.No : ExitCode.Yes);
        });
        return command;
    }

    private static async Task<(int Examined, List<SimulatedItem> Items)> ReadAllAsync(
        AuthorityClient client, string id, CancellationToken cancellation)
    {
        var (examined, items) = (0, new List<SimulatedItem>());
        string? continuation = null;
        do
        {
            var page = await client.SimulateAsync(id, continuation, cancellation);
            items.AddRange(page.Items);
            examined += page.Examined;
            continuation = page.Continuation;
        }
        while (continuation is not null);
        return (examined, items);
    }
}
