using Certification.Cli.Http;
using Certification.Cli.Terminal;
using Certification.Domain.Rulebooks.Governance;
using Spectre.Console;

namespace Certification.Cli.Rules;

/// <summary>Shows rulebooks and proposals.</summary>
internal static class RulesScreen
{
    internal static void Show(IAnsiConsole console, RulebookVersions versions)
    {
        var table = new Table().Border(TableBorder.None).AddColumns("rulebook", "standing", "effective", "until", "digest");
        foreach (var version in versions.Items)
        {
            table.AddRow(
                Markup.Escape(version.Name), Word(version.Standing), Instant(version.EffectiveFrom),
                version.Sunset is { } sunset ? Instant(sunset) : "", version.Digest.Hex[..12]);
        }
        console.Write(table);
    }

    internal static void Show(IAnsiConsole console, IReadOnlyList<ProposalView> proposals)
    {
        if (proposals.Count == 0) console.WriteLine("Nothing is proposed.");
        foreach (var proposal in proposals) Show(console, proposal);
    }

    internal static void Show(IAnsiConsole console, ProposalView proposal)
    {
        var word = proposal.Decision?.Result.ToString().ToLowerInvariant() ?? "open";
        console.MarkupLineInterpolated($"[bold]{proposal.Id}[/]  {proposal.Name}  {word}");
        console.WriteField("why", proposal.Reason);
        console.WriteField("proposed", $"{Instant(proposal.ProposedAt)} by {proposal.Proposer}");
        console.WriteField("effective", $"{Instant(proposal.TakesEffect)}{(proposal.Decision is null ? " if it is adopted now" : "")}");
        if (proposal.Emergency is { } emergency)
            console.WriteField("emergency", $"{emergency.Reason} Lapses {Instant(emergency.Sunset)}.");
        console.WriteField("floor", $"{proposal.Floor.Id} {proposal.Floor.Version}{(proposal.BringsFloor ? ", new" : "")}");
        console.WriteField("digest", proposal.Rulebook.Digest.Hex);
        if (proposal.Decision is { } decision)
            console.WriteField(word, $"{Instant(decision.At)} by {decision.By}: {decision.Reason}");
        else
            console.WriteField("next", $"./certify rules simulate {proposal.Id}, then adopt or reject it as another officer.");
    }

    private static string Word(RulebookStanding standing) => standing switch
    {
        RulebookStanding.InForce => "[green]in force[/]",
        RulebookStanding.Upcoming => "[yellow]upcoming[/]",
        _ => standing.ToString().ToLowerInvariant(),
    };

    private static string Instant(DateTimeOffset at) => $"{at.UtcDateTime:yyyy-MM-dd HH:mm} UTC";
}
