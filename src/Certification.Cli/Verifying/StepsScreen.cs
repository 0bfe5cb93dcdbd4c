using Certification.Cli.Terminal;
using Certification.Signing.Verification;
using Spectre.Console;

namespace Certification.Cli.Verifying;

/// <summary>What each step of a verification proved, on the terminal.</summary>
internal static class StepsScreen
{
    private const int Label = 20;

    /// <summary>Prints the steps, and what each rests on.</summary>
    public static void Show(IAnsiConsole console, VerificationResult result)
    {
        foreach (var step in result.Steps())
        {
            var (word, colour) = step.Outcome switch
            {
                StepOutcome.Proved => ("proved", "green"),
                StepOutcome.Failed => ("failed", "red"),
                StepOutcome.Undetermined => ("not shown", "yellow"),
                _ => ("not asked", "grey"),
            };
            console.MarkupLineInterpolated($"[{colour}]{word,-9}[/] [bold]{Words(step.Name)}[/]");
            console.WriteField("", step.Says, Label);
            foreach (var fact in step.Facts) console.WriteField(fact.Name, fact.Value, Label);
        }
    }

    private static string Words(StepName name) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(name.ToString()).Replace('-', ' ');
}
