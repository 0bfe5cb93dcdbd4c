using Certification.Cli.Journey;
using Certification.Cli.Terminal;

namespace Certification.Journey.Tests;

/// <summary>A journey played to its end, or why it did not get there.</summary>
public sealed record PlayedJourney(JourneyRecord Record, string Screen)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>Plays a dossier from submission to withdrawal.</summary>
    /// <param name="second">Another dossier, whose certificate comes due; null to leave that out.</param>
    public static async Task<PlayedJourney> Of(
        TwoNations nations, string dossier, CancellationToken cancellation, string? second = null)
    {
        var output = new StringWriter();
        var terminal = CommandTerminal.Plain(output, output);
        var plan = new JourneyPlan(
            nations.Address("XA"), nations.Address("XB"), dossier, second, Path.Combine(nations.Folder, "work"),
            Guid.NewGuid().ToString(), Patience);
        try
        {
            using var player = await JourneyPlayer.PrepareAsync(plan, new JourneyScreen(terminal.Out), cancellation);
            await player.PlayAsync(cancellation);
            return new PlayedJourney(player.Record, output.ToString());
        }
        catch (ProblemException stuck)
        {
            terminal.Write(stuck.Problem);
            throw new InvalidOperationException($"{output}\n{nations.Logs}", stuck);
        }
    }
}
