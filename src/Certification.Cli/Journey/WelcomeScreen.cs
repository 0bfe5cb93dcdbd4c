using Certification.Cli.Http;
using Certification.Cli.Terminal;
using Spectre.Console;

namespace Certification.Cli.Journey;

/// <summary>What a newcomer needs while both authorities stay up: addresses, and a token for each role.</summary>
public static class WelcomeScreen
{
    private static readonly (string Role, string Name, string Organisation)[] People =
    [
        ("applicant", "alex", "Example Applicant"),
        ("assessor", "ada", "Laboratory One"),
        ("assessor", "ben", "Laboratory Two"),
        ("decider", "dora", "Authority XA"),
        ("officer", "olaf", "Authority XA"),
        ("auditor", "iris", "Authority XA"),
    ];

    /// <summary>Prints it, with XA's tokens.</summary>
    public static async Task ShowAsync(CommandTerminal terminal, JourneyPlan plan, CancellationToken cancellation)
    {
        using var door = new AuthorityClient(plan.Xa, null, plan.Patience);
        terminal.Out.WriteLine();
        terminal.Out.MarkupLineInterpolated($"[bold]Both authorities stay up.[/]  XA {plan.Xa}  XB {plan.Xb}");
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
