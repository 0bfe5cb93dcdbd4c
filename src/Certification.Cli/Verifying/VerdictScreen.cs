using Certification.Cli.Terminal;
using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.Verification;
using Spectre.Console;

namespace Certification.Cli.Verifying;

/// <summary>A verdict on the terminal: the word, why, what to do next, and by which snapshots it was reached.</summary>
public static class VerdictScreen
{
    private const int Label = 9;

    /// <summary>Prints it.</summary>
    internal static void Show(IAnsiConsole console, VerificationResult result, OpeningVerdict? opening = null)
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
            console.WriteField("because", reason.Message, Label);
            console.WriteField("code", reason.Code, Label);
        }
        if (verdict.NextStep is { } next) console.WriteField("next", next + Option(verdict), Label);
        if (result.Certificate is { } certificate) ShowContent(console, certificate.Content);
        if (result.StatusRecord is { } record) LifeScreen.Show(console, record.Steps, verdict.AsOf, Label);
        if (opening is not null) console.WriteField(opening.Opens ? "opens" : "no", opening.Says, Label, opening.Opens ? "green" : "red");
        console.WriteField("as of", $"{verdict.AsOf:yyyy-MM-dd HH:mm:ss} UTC", Label);
        console.WriteField("trust", Short(verdict.TrustList), Label);
        console.WriteField("status", Short(verdict.StatusList), Label);
        if (verdict.StatusRecord is { } told) console.WriteField("record", Short(told), Label);
    }

    /// <summary>The option that takes what the next step asks for.</summary>
    private static string Option(VerificationVerdict verdict) => verdict.Outcome != VerificationOutcome.Undetermined
        ? ""
        : verdict.Reasons[0].Code.Split('.')[0] switch
        {
            "trust" => " (--trust)",
            "status" => " (--status)",
            _ => "",
        };

    private static void ShowContent(IAnsiConsole console, CertificateDraft content)
    {
        console.WriteField("system", $"{content.System.Name} {content.System.Version}", Label);
        console.WriteField("holder", $"{content.Holder.Name} ({content.Holder.Country})", Label);
        console.WriteField("issuer", $"{content.Issuer.Name} ({content.Issuer.Code})", Label);
        console.WriteField("tier", content.Tier.Tier.ToString().ToLowerInvariant(), Label);
        if (content.SelfDeclared is { } declared)
            console.WriteField("basis", $"its provider's declaration of {declared.On:yyyy-MM-dd} ({declared.Clause}): nobody assessed it", Label);
        console.WriteField("validity", $"{content.Validity.NotBefore:yyyy-MM-dd} to {content.Validity.NotAfter:yyyy-MM-dd}", Label);
        foreach (var condition in content.Conditions) console.WriteField("duty", condition.Text, Label);
        foreach (var restriction in content.Restrictions) console.WriteField("limit", restriction.Text, Label);
    }

    /// <summary>Enough of a digest to compare two verdicts by eye; <c>--json</c> has all of it.</summary>
    private static string Short(Sha256Digest? digest) => digest is { } given ? $"sha256 {given.Hex[..16]}…" : "none given";
}
