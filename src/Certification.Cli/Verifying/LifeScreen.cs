using Certification.Cli.Http;
using Certification.Cli.Terminal;
using Certification.Domain.Certificates;
using Spectre.Console;

namespace Certification.Cli.Verifying;

/// <summary>A certificate's life on the terminal: what it became, since when, why, and what followed it.</summary>
internal static class LifeScreen
{
    /// <summary>Prints a line for each step.</summary>
    /// <param name="asked">The instant asked about; a step after it is told as such.</param>
    public static void Show(IAnsiConsole console, IEnumerable<StatusStep> steps, DateTimeOffset asked, int labelWidth) =>
        Show(console, steps.Select(step => new StepView(step.Status, step.Since, step.Reason, step.Successor)), asked, labelWidth);

    /// <inheritdoc cref="Show(IAnsiConsole, IEnumerable{StatusStep}, DateTimeOffset, int)"/>
    public static void Show(IAnsiConsole console, IEnumerable<StepView> steps, DateTimeOffset asked, int labelWidth)
    {
        foreach (var step in steps)
        {
            var why = step.Reason is null ? "" : $", {step.Reason}";
            var follows = step.Successor is null ? "" : $", followed by {step.Successor}";
            var later = step.Since > asked ? " (later than asked)" : "";
            var logged = step.LogEntry is null ? "" : $", log entry {step.LogEntry}";
            var status = step.Status.ToString().ToLowerInvariant();
            console.WriteField("since", $"{step.Since.ToUniversalTime():yyyy-MM-dd HH:mm:ss} UTC {status}{why}{follows}{later}{logged}", labelWidth);
        }
    }
}
