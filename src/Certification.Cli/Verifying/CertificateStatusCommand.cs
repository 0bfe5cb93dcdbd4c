using System.CommandLine;
using System.Text;
using Certification.Cli.Http;
using Certification.Cli.Terminal;
using Certification.Domain.Certificates;
using Certification.Signing.Log;
using Certification.Signing.StatusLists;
using Spectre.Console;

namespace Certification.Cli.Verifying;

/// <summary><c>certify status NUMBER</c>: what the issuer's directory says of a certificate, now and since it was put in force.</summary>
public static class CertificateStatusCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var number = new Argument<string>("NUMBER") { Description = "Certificate number, such as XA-2026-000123" };
        var command = new ExampledCommand(
            "status", "Show a certificate's status over time in its issuer's directory",
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
            var certificate = await WithLogAsync(
                client, (await client.GetCertificateAsync(parsed.GetRequiredValue(number), cancellation)).Value, cancellation);
            if (parsed.GetValue(json)) terminal.WriteJson(certificate);
            else Show(terminal.Out, certificate);
            return (int)(certificate.Status is "valid" or "restricted" ? ExitCode.Yes : ExitCode.No);
        });
        return command;
    }

    /// <summary>The same with the place of each step in the log. The proofs are shown, not checked: <c>certify log verify</c> and a
    /// bundle do that.</summary>
    private static async Task<CertificateView> WithLogAsync(AuthorityClient client, CertificateView certificate, CancellationToken cancellation)
    {
        var steps = new List<StepView>();
        foreach (var step in certificate.History ?? [])
        {
            var path = $"/public/{StatusPaths.Proof(CertificateNumber.Parse(certificate.Number), steps.Count + 1)}";
            var text = await Snapshot.FetchBytesAsync(new Uri(client.Address, path), cancellation);
            steps.Add(LogProof.TryParse(Encoding.UTF8.GetString(text ?? []), out var proof) ? step with { LogEntry = $"{proof.Checkpoint.Split('\n')[0]} {proof.Index}" } : step);
        }
        return certificate with { History = steps };
    }

    private static void Show(IAnsiConsole console, CertificateView certificate)
    {
        var colour = certificate.Status switch { "valid" => "green", "restricted" => "yellow", _ => "red" };
        console.MarkupLineInterpolated($"[bold]{certificate.Number}[/]  [{colour}]{certificate.Status}[/]");
        console.WriteField("system", $"{certificate.System} ({certificate.Tier})");
        console.WriteField("holder", certificate.Holder);
        console.WriteField("validity", $"{certificate.Validity.NotBefore:yyyy-MM-dd} to {certificate.Validity.NotAfter:yyyy-MM-dd}");
        if (certificate.Reason is { } reason) console.WriteField("reason", reason);
        LifeScreen.Show(console, certificate.History ?? [], DateTimeOffset.MaxValue, 12);
        foreach (var recognition in certificate.Recognitions) console.WriteField(recognition.Authority, recognition.Verdict);
    }
}
