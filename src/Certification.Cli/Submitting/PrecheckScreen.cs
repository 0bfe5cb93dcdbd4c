using Certification.Cli.Deciding;
using Certification.Cli.Http;
using Certification.Cli.Terminal;
using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Spectre.Console;

namespace Certification.Cli.Submitting;

/// <summary>A pre-check on the terminal: tier and lane, what the tier wants, and what is missing in the order of effort.</summary>
internal static class PrecheckScreen
{
    /// <summary>Prints it.</summary>
    public static void Show(IAnsiConsole console, PrecheckView answer, IReadOnlyList<Finding> findings)
    {
        CaseScreen.ShowClassification(console, new Classification(answer.Tier, answer.Fired, answer.Changes));
        console.WriteField("lane", answer.Lane == ReviewLane.SelfDeclaration
            ? $"self-declaration: no assessor, no decider, a certificate in minutes ({answer.LaneClause})"
            : $"assessed by {answer.Assessors}, decided by somebody else ({answer.LaneClause})");
        foreach (var kind in answer.Required)
        {
            var demand = kind.CoveredBy is { } upstream ? $"{kind.Kind}, covered by {upstream}" : $"{kind.Kind}, {kind.Independence} at least, at most {kind.MaxAgeDays} days old, about {kind.EffortHours} h";
            console.WriteField(kind.IsThere ? "there" : "wanted", demand, colour: kind.IsThere ? "green" : "yellow");
        }
        foreach (var gap in answer.Gaps)
        {
            console.WriteField(gap.EffortHours > 0 ? $"{gap.EffortHours} h" : "at once", $"{gap.Requirement}: {gap.Message}", colour: "yellow");
            console.WriteField("", $"{gap.NextStep} ({gap.Code}, {gap.Clause})");
        }
        foreach (var finding in findings.OrderByDescending(finding => finding.Severity))
        {
            var colour = finding.Severity switch { Severity.Major => "red", Severity.Minor => "yellow", _ => "grey" };
            var place = string.Join(" ", new[] { finding.EvidenceId, finding.Where }.OfType<string>());
            console.WriteField(
                finding.Severity.ToString().ToLowerInvariant(), $"{(place.Length > 0 ? place + ": " : "")}{finding.Message} ({finding.Code})", colour: colour);
        }
        Sum(console, answer, findings.Count(finding => finding.Severity == Severity.Major));
    }

    private static void Sum(IAnsiConsole console, PrecheckView answer, int bars)
    {
        var barred = bars > 0 ? $" [red]{bars} finding{(bars == 1 ? "" : "s")} would bar certification.[/]" : "";
        console.MarkupLine(answer.Gaps.Count == 0
            ? $"[green]Nothing is missing.[/]{barred}{(bars == 0 ? " Hand it in with: ./certify submit DIR" : "")}"
            : $"[yellow]{answer.Gaps.Count} missing[/], typically {answer.EffortHours} hours of work.{barred} Nothing was filed.");
    }
}
