using Certification.Cli.Terminal;
using Certification.Domain.Evidence;
using Spectre.Console;

namespace Certification.Cli.Evidence;

/// <summary>What was found in files, for people: the gravest first.</summary>
internal static class EvidenceScreen
{
    private const int MostClaims = 4;

    /// <summary>Writes every file, what the files say together, and a summary.</summary>
    public static void Show(IAnsiConsole console, CheckedEvidence result)
    {
        foreach (var (path, report) in result.Files)
        {
            console.MarkupLineInterpolated($"[bold]{Path.GetFileName(path)}[/] [grey]{report.Format}[/]");
            foreach (var claim in report.Claims.Take(MostClaims)) console.WriteField("claim", ClaimText.Of(claim));
            if (report.Claims.Count > MostClaims)
                console.WriteField("", $"and {Counted.Of(report.Claims.Count - MostClaims, "more claim")}; --json shows them");
            if (report.Claims.Count == 0) console.WriteField("claim", "none that counts");
            if (report.Findings.Count > 0) console.WriteField("clause", string.Join(", ", report.Findings.Select(finding => finding.Clause).Distinct()));
            Show(console, report.Findings);
            console.WriteLine();
        }

        if (result.Together.Count > 0)
        {
            console.MarkupLine("[bold]All files together[/]");
            console.WriteField("clause", string.Join(", ", result.Together.Select(finding => finding.Clause).Distinct()));
            Show(console, result.Together);
            console.WriteLine();
        }

        console.WriteLine(Summary(result));
    }

    private static void Show(IAnsiConsole console, IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings.OrderByDescending(finding => finding.Severity))
        {
            var colour = finding.Severity switch { Severity.Major => "red", Severity.Minor => "yellow", _ => "grey" };
            console.WriteField(finding.Severity.ToString().ToLowerInvariant(), finding.Message, colour: colour);
            console.WriteField("", $"{finding.Code}{(finding.Where is null ? "" : $" at {finding.Where}")}");
        }
    }

    private static string Summary(CheckedEvidence result)
    {
        var found = new[] { Severity.Major, Severity.Minor, Severity.Observation }
            .Select(severity => (Count: result.All.Count(finding => finding.Severity == severity), severity))
            .Where(counted => counted.Count > 0)
            .Select(counted => counted.severity == Severity.Observation
                ? Counted.Of(counted.Count, "observation") : $"{counted.Count} {counted.severity.ToString().ToLowerInvariant()}").ToList();
        var summary = $"{Counted.Of(result.Files.Count, "file")}: {(found.Count == 0 ? "nothing found" : string.Join(", ", found))}.";
        return result.All.Any(finding => finding.Severity == Severity.Major) ? $"{summary} A major finding bars certification until it is resolved." : summary;
    }
}
