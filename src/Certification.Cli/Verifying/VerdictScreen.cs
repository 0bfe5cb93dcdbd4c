using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.Verification;
using Spectre.Console;

namespace Certification.Cli.Verifying;

/// <summary>A verdict on the terminal: the word, why, what to do next, and by which snapshots it was reached.</summary>
public static class VerdictScreen
{
    /// <summary>Prints it.</summary>
    public static void Show(IAnsiConsole console, VerificationResult result)
    {
        var verdict = result.Verdict;
        var (word, colour) = verdict.Outcome switch
        {
            VerificationOutcome.Valid => ("valid", "green"),
            VerificationOutcome.Invalid => ("invalid", "red"),
            _ => ("undetermined", "yellow"),
        };
        console.MarkupLineInterpolated($"[bold {colour}]{word}[/]  {verdict.Number?.Text ?? "(no certificate whose signature holds)"}");
        foreach (var reason in verdict.Reasons)
        {
            console.MarkupLineInterpolated($"  {reason.Message}");
            console.MarkupLineInterpolated($"  [grey]code[/]     {reason.Code}");
        }
        if (verdict.NextStep is { } next) console.MarkupLineInterpolated($"  [grey]next[/]     {next}");
        if (result.Certificate is { } certificate) ShowContent(console, certificate.Content);
        console.MarkupLineInterpolated($"  [grey]as of[/]    {verdict.AsOf:yyyy-MM-dd HH:mm:ss} UTC");
        console.MarkupLineInterpolated($"  [grey]trust[/]    {Short(verdict.TrustList)}");
        console.MarkupLineInterpolated($"  [grey]status[/]   {Short(verdict.StatusList)}");
    }

    private static void ShowContent(IAnsiConsole console, CertificateDraft content)
    {
        console.MarkupLineInterpolated($"  [grey]system[/]   {content.System.Name} {content.System.Version}");
        console.MarkupLineInterpolated($"  [grey]holder[/]   {content.Holder.Name} ({content.Holder.Country})");
        console.MarkupLineInterpolated($"  [grey]issuer[/]   {content.Issuer.Name} ({content.Issuer.Code})");
        console.MarkupLineInterpolated($"  [grey]tier[/]     {content.Tier.Tier.ToString().ToLowerInvariant()}");
        console.MarkupLineInterpolated(
            $"  [grey]validity[/] {content.Validity.NotBefore:yyyy-MM-dd} to {content.Validity.NotAfter:yyyy-MM-dd}");
        foreach (var condition in content.Conditions) console.MarkupLineInterpolated($"  [grey]duty[/]     {condition.Text}");
        foreach (var restriction in content.Restrictions) console.MarkupLineInterpolated($"  [grey]limit[/]    {restriction.Text}");
    }

    /// <summary>Enough of a digest to compare two verdicts by eye; <c>--json</c> has all of it.</summary>
    private static string Short(Sha256Digest? digest) => digest is { } given ? $"sha256 {given.Hex[..16]}…" : "none given";
}
