using Spectre.Console;

namespace Certification.Cli.Journey;

/// <summary>What the journey came to, in a few lines that can be checked against the directories.</summary>
public static class JourneySummary
{
    /// <summary>Prints it.</summary>
    public static void Show(IAnsiConsole console, JourneyPlan plan, JourneyRecord record, TimeSpan took)
    {
        var table = new Table { Border = TableBorder.Rounded, ShowHeaders = false, Width = Math.Min(console.Profile.Width, 100) }
            .AddColumn(new TableColumn("") { Width = 16 }).AddColumn("");
        table.Title = new TableTitle(Title(record));
        void Row(string name, string? value)
        {
            if (value is not null) table.AddRow(new Text(name, Color.Grey), new Text(value));
        }
        Row("certificate", record.Number is null ? "none" : $"{record.Number}, tier {record.Classification?.Tier.ToString().ToLowerInvariant()}");
        Row("directory", record.Number is null ? null : new Uri(plan.Xa, $"/certificates/{record.Number}").ToString());
        Row("first hand-in", record.Gaps is { } gaps ? $"{gaps.Count} missing: {string.Join(", ", gaps.Select(gap => gap.Requirement))}" : null);
        Row("findings", $"{record.Findings?.Count ?? 0}");
        Row("four eyes", record.RefusedDecision);
        Row("refused because", record.RefusalReasons is { } reasons ? string.Join('\n', reasons) : null);
        Row("XB", record.Recognition);
        Row("verify", record.Verdicts is { } verdicts ? string.Join("\n", verdicts.Select(verdict => $"{verdict.Value,-13}{verdict.Key}")) : null);
        Row("log", record.LogEntries is { } entries ? $"{entries} entries verified, cosigned by XB" : null);
        Row("withdrawn", record.RecognitionAfterWithdrawal is { } after ? $"by XA; XB now says {after}" : null);
        Row("re-certification", record.RenewalId is { } renewal ? $"{record.SecondNumber} came due and opened {renewal}" : null);
        Row("took", $"{took.TotalSeconds:0} s");
        console.WriteLine();
        console.Write(table);
    }

    private static string Title(JourneyRecord record) => record switch
    {
        { Succeeded: true } => "Issued by XA, recognised by XB",
        { RefusalReasons: not null } => "Refused by XA",
        _ => "Issued by XA, not recognised by XB",
    };
}
