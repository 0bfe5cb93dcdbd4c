using System.CommandLine;
using Certification.Cli.Http;
using Certification.Cli.Terminal;
using Spectre.Console;

namespace Certification.Cli.Journey;

/// <summary><c>certify welcome</c>, hidden: what a newcomer needs while both authorities stay up: addresses, and a token for each role.</summary>
public static class WelcomeCommand
{
    private static readonly (string Role, string Name, string Organisation)[] People =
    [
        ("applicant", "alex", "Acme Talent Tools Ltd"),
        ("party", "dana", "Borealis Logistics plc"),
        ("assessor", "ada", "Laboratory One"),
        ("assessor", "ben", "Laboratory Two"),
        ("decider", "dora", "Authority XA"),
        ("officer", "olaf", "Authority XA"),
        ("auditor", "iris", "Authority XA"),
    ];

    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var xa = CommonOptions.Address("--xa", "The issuing authority", null);
        var xb = CommonOptions.Address("--xb", "The recognising authority", null);
        var command = new Command("welcome", "Show addresses, and a token for each role") { xa, xb };
        command.Hidden = true;
        command.SetAction(async (parsed, cancellation) =>
        {
            await ShowAsync(terminal, parsed.GetRequiredValue(xa), parsed.GetRequiredValue(xb), cancellation);
            return (int)ExitCode.Yes;
        });
        return command;
    }

    private static async Task ShowAsync(CommandTerminal terminal, Uri xa, Uri xb, CancellationToken cancellation)
    {
        using var door = new AuthorityClient(xa, null, TimeSpan.FromSeconds(30));
        await door.WaitUntilReadyAsync(cancellation);
        terminal.Out.WriteLine();
        terminal.Out.MarkupLineInterpolated($"[bold]Both authorities stay up.[/]  XA {xa}  XB {xb}");
        terminal.Out.MarkupLine("[grey]Ctrl-C stops them; ./run starts them again with what they hold, ./run --fresh without.[/]");
        foreach (var (role, name, organisation) in People)
        {
            var token = await door.IssueTokenAsync(new TokenRequest(role, name, organisation), cancellation);
            terminal.Out.WriteLine();
            terminal.Out.MarkupLineInterpolated($"[bold]{role}[/] {name}, {organisation}");
            terminal.WriteRaw($"export {CommonOptions.TokenVariable}={token}");
        }
        terminal.Out.WriteLine();
    }
}
