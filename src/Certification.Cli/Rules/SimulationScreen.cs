using Certification.Cli.Http;
using Certification.Cli.Terminal;
using Certification.Domain.Rulebooks.Governance;
using Spectre.Console;

namespace Certification.Cli.Rules;

/// <summary>Shows a simulation, the gravest effects first.</summary>
internal static class SimulationScreen
{
    internal static void Show(IAnsiConsole console, int examined, IReadOnlyList<SimulatedItem> items)
    {
        foreach (var item in items.OrderByDescending(item => item.Change.Effect).ThenBy(item => item.Id, StringComparer.Ordinal))
        {
            Show(console, item);
        }
        var failing = items.Count(item => item.Change.Effect == SimulatedEffect.WouldFail);
        console.WriteLine($"{examined} cases and certificates examined: {items.Count} change, {failing} would fail.");
    }

    private static void Show(IAnsiConsole console, SimulatedItem item)
    {
        var change = item.Change;
        var (colour, word) = change.Effect switch
        {
            SimulatedEffect.WouldFail => ("red", "would fail"),
            SimulatedEffect.OtherTier => ("yellow", "other tier"),
            _ => ("grey", "other terms"),
        };
        console.MarkupLineInterpolated($"[bold]{item.Id}[/]  {item.System}  [{colour}]{word}[/]");
        if (change.TierBefore != change.TierAfter)
            console.WriteField("tier", $"{change.TierBefore} becomes {change.TierAfter}".ToLowerInvariant());
        foreach (var rule in change.NowFires) console.WriteField("fires", $"{rule.RuleId}: {rule.Reason}");
        foreach (var rule in change.NoLongerFires) console.WriteField("silent", rule);
        foreach (var gap in change.Missing) console.WriteField("missing", $"{gap.Message} {gap.NextStep}");
        foreach (var gap in change.NoLongerMissing) console.WriteField("settled", gap.Message);
        foreach (var term in change.Stricter) console.WriteField("stricter", term);
        foreach (var term in change.Looser) console.WriteField("looser", term);
    }
}
