using Certification.Cli.Terminal;
using Certification.Domain;
using Certification.Domain.Decisions;
using Certification.Domain.Rulebooks;
using Spectre.Console;

namespace Certification.Cli.Replaying;

/// <summary>A replay on the terminal: the word, each difference, what could not be told, and what was never derived.</summary>
internal static class ReplayScreen
{
    private const int Label = 13;

    public static void Show(IAnsiConsole console, ReplayMaterial material, Sha256Digest digest, RecordEntry? entry, ReplayResult result)
    {
        var (record, derived) = (material.Record, result.Derived);
        var (word, colour) = result.Outcome switch
        {
            ReplayOutcome.Same => ("same", "green"),
            ReplayOutcome.Differs => ("differs", "red"),
            _ => ("undetermined", "yellow"),
        };
        console.MarkupLineInterpolated($"[bold {colour}]{word}[/]  decision of {record.Authority} on {record.SubmissionId}, {record.Decision.At:yyyy-MM-dd HH:mm:ss} UTC");
        foreach (var difference in result.Differences)
            console.WriteField("differs", $"{difference.Item}: recorded {difference.Recorded}; derived {difference.Derived}", Label, "red");
        foreach (var doubt in result.Undetermined) console.WriteField("cannot tell", $"{doubt.Item}: {doubt.Reason}", Label, "yellow");
        console.WriteField("tier", derived.Tier is { } tier ? $"{tier}, by {record.Classification.Fired.Count} rules" : "not derived", Label);
        console.WriteField("evidence", $"{derived.Files} of {record.Evidence.Count} files read and judged again; findings: {derived.Findings}", Label);
        console.WriteField("verdict", derived.Verdict ?? "not derived", Label);
        console.WriteField("taken as is", Inputs(record), Label);
        console.WriteField("rulebook", $"{record.Rulebook.Id} {record.Rulebook.Version}, sha256 {Short(record.Rulebook.Digest)}", Label);
        console.WriteField("dossier", $"version {record.DossierVersion}, sha256 {Short(record.Dossier)}", Label);
        console.WriteField("trust list", $"sha256 {Short(record.TrustList)}", Label);
        console.WriteField("record", $"sha256 {digest}", Label);
        console.WriteField("log", entry is null ? "no proof that the record is in a log" : $"entry {entry.Index} of {entry.Origin}", Label);
        console.WriteField("software", Software(derived), Label);
    }

    // What nobody can derive is said, so that "same" is not read as more than it is.
    private static string Inputs(DecisionRecord record)
    {
        var people = record.Decision.Lane == ReviewLane.SelfDeclaration
            ? "nobody assessed this case, the provider's declaration stands"
            : $"what assessors ({record.Review.Conclusions.Count}) and the decider concluded; derived is only that the rules let them";
        return record.Inherited is { } upstream
            ? $"{people}; and that {upstream.Number} was in force and covers {string.Join(", ", upstream.Kinds)}"
            : people;
    }

    private static string Software(ReplayedDecision derived) => derived.IsSameSoftware
        ? $"{derived.Software}, then and now"
        : $"then {string.Join(" and ", derived.RecordedSoftware)}, now {derived.Software}: other versions may judge otherwise";

    private static string Short(Sha256Digest digest) => $"{digest.Hex[..16]}…";
}
