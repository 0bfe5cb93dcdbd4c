using Certification.Cli.Http;
using Certification.Cli.Terminal;
using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Submissions;
using Spectre.Console;

namespace Certification.Cli.Deciding;

/// <summary>A case on the terminal.</summary>
public static class CaseScreen
{
    /// <summary>Prints the case, and its timeline when given.</summary>
    public static void Show(IAnsiConsole console, SubmissionView view, IReadOnlyList<TimelineEntry>? timeline = null)
    {
        console.MarkupLineInterpolated($"[bold]{view.Id}[/]  {Submission.Word(view.Status)}  [grey]{view.Declaration.System.Name}[/]");
        if (view.Classification is { } classification) ShowClassification(console, classification);
        foreach (var finding in view.Findings) ShowFinding(console, finding);
        ShowGaps(console, view.Gaps);
        if (view.Review is { Round: > 0 } review)
        {
            console.WriteField(
                "review", $"round {review.Round}: {review.Concluded} of {review.AssessorsNeeded} concluded, {review.Assigned} assigned");
        }
        if (view.Decision is { } decision)
        {
            console.WriteField("decision", $"{decision.Result.ToString().ToLowerInvariant()}. {string.Join(' ', decision.Reasons)}");
        }
        if (view.DecisionRecord is { } record) console.WriteField("record", $"sha256 {record}");
        if (view.CertificateNumber is { } number) console.WriteField("certificate", number);
        foreach (var (authority, answer) in view.Recognitions) console.WriteField(authority, answer);
        console.WriteField("next", $"{view.Next.Who}: {view.Next.What}");
        if (view.Deadline is { } deadline) console.WriteField("deadline", $"{deadline:yyyy-MM-dd HH:mm} UTC");
        foreach (var entry in timeline ?? [])
        {
            console.WriteField($"{entry.At:yyyy-MM-dd HH:mm:ss}", $"{entry.Who.Subject} ({entry.Who.Role}): {entry.Text}", 21);
        }
    }

    /// <summary>Prints the tier, the rules that set it, and what would change it.</summary>
    public static void ShowClassification(IAnsiConsole console, Classification classification)
    {
        console.WriteField("tier", classification.Tier.ToString().ToLowerInvariant());
        foreach (var rule in classification.Fired.Where(rule => rule.Tier == classification.Tier))
        {
            console.WriteField("", $"{rule.RuleId}: {rule.Reason}");
        }
        foreach (var changes in (classification.Changes ?? []).GroupBy(change => change.Tier).OrderBy(changes => changes.Key))
        {
            console.WriteField("", $"{changes.Key.ToString().ToLowerInvariant()} if one of these changed: {string.Join("; ", changes.Select(Words))}");
        }
    }

    private static string Words(TierChange change)
    {
        var axis = change.Axis.Split('.')[^1];
        return (change.From, change.To) switch
        {
            (null, { } added) => $"{axis} with {added}",
            ({ } dropped, null) => $"{axis} without {dropped}",
            _ => $"{axis} {change.To}",
        };
    }

    /// <summary>Prints what is missing and what to do about each.</summary>
    public static void ShowGaps(IAnsiConsole console, IReadOnlyList<Gap> gaps)
    {
        foreach (var gap in gaps)
        {
            console.WriteField("missing", $"{gap.Requirement}: {gap.Message}", colour: "yellow");
            console.WriteField("", $"{gap.NextStep} ({gap.Code}, {gap.Clause})");
        }
    }

    private static void ShowFinding(IAnsiConsole console, Finding finding)
    {
        var colour = finding.Severity switch { Severity.Major => "red", Severity.Minor => "yellow", _ => "grey" };
        console.WriteField(
            finding.Severity.ToString().ToLowerInvariant(), $"{finding.Message} ({finding.Code}{Place(finding)})", colour: colour);
    }

    private static string Place(Finding finding) => finding.Where is null ? $", {finding.EvidenceId}" : $", {finding.EvidenceId} at {finding.Where}";
}
