using Certification.Cli.Http;
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
        if (view.Review.Round > 0)
        {
            console.MarkupLineInterpolated(
                $"  review      round {view.Review.Round}: {view.Review.Concluded} of {view.Review.AssessorsNeeded} concluded, {view.Review.Assigned} assigned");
        }
        if (view.Decision is { } decision)
        {
            console.MarkupLineInterpolated($"  decision    {decision.Result.ToString().ToLowerInvariant()} {string.Join(' ', decision.Reasons)}");
        }
        if (view.CertificateNumber is not null) console.MarkupLineInterpolated($"  certificate {view.CertificateNumber}");
        foreach (var (authority, answer) in view.Recognitions) console.MarkupLineInterpolated($"  {authority,-11} {answer}");
        console.MarkupLineInterpolated($"  next        {view.Next.Who}: {view.Next.What}");
        if (view.Deadline is { } deadline) console.MarkupLineInterpolated($"  deadline    {deadline:yyyy-MM-dd HH:mm} UTC");
        foreach (var entry in timeline ?? [])
        {
            console.MarkupLineInterpolated($"  [grey]{entry.At:yyyy-MM-dd HH:mm:ss}[/] {entry.Who.Subject} ({entry.Who.Role}) {entry.Text}");
        }
    }

    /// <summary>Prints the tier and the rules that set it.</summary>
    public static void ShowClassification(IAnsiConsole console, Classification classification)
    {
        console.MarkupLineInterpolated($"  tier        [bold]{classification.Tier.ToString().ToLowerInvariant()}[/]");
        foreach (var rule in classification.Fired.Where(rule => rule.Tier == classification.Tier))
        {
            console.MarkupLineInterpolated($"              {rule.RuleId}  {rule.Reason}");
        }
    }

    /// <summary>Prints what is missing and what to do about each.</summary>
    public static void ShowGaps(IAnsiConsole console, IReadOnlyList<Gap> gaps)
    {
        foreach (var gap in gaps)
        {
            console.MarkupLineInterpolated($"  [yellow]missing[/]     [bold]{gap.Requirement}[/]  {gap.Message}");
            console.MarkupLineInterpolated($"              [grey]{gap.Code}, {gap.Clause}[/]");
            console.MarkupLineInterpolated($"              next: {gap.NextStep}");
        }
    }

    private static void ShowFinding(IAnsiConsole console, Finding finding)
    {
        var colour = finding.Severity switch { Severity.Major => "red", Severity.Minor => "yellow", _ => "grey" };
        console.MarkupLineInterpolated(
            $"  [{colour}]{finding.Severity.ToString().ToLowerInvariant(),-11}[/] {finding.Code}  {finding.Message} [grey]{finding.EvidenceId} {finding.Where}[/]");
    }
}
