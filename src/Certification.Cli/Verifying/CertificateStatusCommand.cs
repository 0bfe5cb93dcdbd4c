using System.CommandLine;
using Certification.Cli.Http;
using Certification.Cli.Terminal;
using Spectre.Console;

namespace Certification.Cli.Verifying;

/// <summary><c>certify status NUMBER</c>: what the issuer's directory says of a certificate.</summary>
public static class CertificateStatusCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var number = new Argument<string>("NUMBER") { Description = "Certificate number, such as XA-2026-000123" };
        var command = new ExampledCommand(
            "status", "Show a certificate's status in its issuer's directory",
            "./certify status XA-2026-000001",
            "./certify status XA-2026-000001 --authority http://127.0.0.1:7071 --json")
        {
            number,
        };
        var authority = CommonOptions.Authority();
        var json = CommonOptions.Json();
        command.Options.Add(authority);
        command.Options.Add(json);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = new AuthorityClient(parsed.GetRequiredValue(authority), null, TimeSpan.FromSeconds(3));
            var certificate = (await client.GetCertificateAsync(parsed.GetRequiredValue(number), cancellation)).Value;
            if (parsed.GetValue(json)) terminal.WriteJson(certificate);
            else Show(terminal.Out, certificate);
            return (int)(certificate.Status is "valid" or "restricted" ? ExitCode.Yes : ExitCode.No);
        });
        return command;
    }

    private static void Show(IAnsiConsole console, CertificateView certificate)
    {
        var colour = certificate.Status switch { "valid" => "green", "restricted" => "yellow", _ => "red" };
        console.MarkupLineInterpolated($"[bold]{certificate.Number}[/]  [{colour}]{certificate.Status}[/]");
        console.WriteField("system", $"{certificate.System} ({certificate.Tier})");
        console.WriteField("holder", certificate.Holder);
        console.WriteField("validity", $"{certificate.Validity.NotBefore:yyyy-MM-dd} to {certificate.Validity.NotAfter:yyyy-MM-dd}");
        if (certificate.Reason is { } reason) console.WriteField("reason", reason);
        if (certificate.Since is { } since) console.WriteField("since", $"{since:yyyy-MM-dd HH:mm} UTC");
        foreach (var recognition in certificate.Recognitions) console.WriteField(recognition.Authority, recognition.Verdict);
    }
}
