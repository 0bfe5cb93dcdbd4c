using System.CommandLine;
using Certification.Cli.Terminal;

namespace Certification.Cli.Journey;

/// <summary><c>certify journey</c>, hidden: what <c>./run</c> plays.</summary>
public static class JourneyCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var xa = CommonOptions.Address("--xa", "The issuing authority", null);
        var xb = CommonOptions.Address("--xb", "The recognising authority", null);
        var dossier = new Option<string>("--dossier") { Required = true };
        var second = new Option<string?>("--second-dossier");
        var work = new Option<string>("--work") { Required = true };
        var command = new Command("journey", "Play the example journey through two authorities") { xa, xb, dossier, second, work };
        command.Hidden = true;
        command.SetAction(async (parsed, cancellation) =>
        {
            var plan = new JourneyPlan(
                parsed.GetRequiredValue(xa), parsed.GetRequiredValue(xb), parsed.GetRequiredValue(dossier), parsed.GetValue(second),
                parsed.GetRequiredValue(work), Guid.NewGuid().ToString(), TimeSpan.FromMinutes(2));
            var screen = new JourneyScreen(terminal.Out);
            using var player = await JourneyPlayer.PrepareAsync(plan, screen, cancellation);
            await player.PlayAsync(cancellation);
            JourneySummary.Show(terminal.Out, plan, player.Record, screen.Elapsed);
            return (int)(player.Record.Succeeded ? ExitCode.Yes : ExitCode.No);
        });
        return command;
    }
}
