using System.CommandLine;
using Certification.Cli.Http;
using Certification.Cli.Terminal;
using Certification.Signing.Bundles;
using Certification.Signing.Trust;
using Spectre.Console;

namespace Certification.Cli.Verifying;

/// <summary><c>certify bundle NUMBER</c>: gets a certificate with all that is needed to verify it without a network, in one file.</summary>
public static class BundleCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var number = new Argument<string>("NUMBER") { Description = "Certificate number, such as XA-2026-000123" };
        var from = CommonOptions.Address("--from", "The issuer, or whoever mirrors its API", CommonOptions.DefaultAuthority);
        var output = new Option<string?>("--out") { Description = "Where to write it (default: NUMBER.bundle.json)", HelpName = "FILE" };
        var trust = new Option<string?>("--trust") { Description = "Trust that you have pinned: a signed list goes into the bundle, and either form judges it at once", HelpName = "FILE|URL" };
        var at = CommonOptions.Instant("--at", "With --trust: the instant to judge it at (default: now)");
        var json = CommonOptions.Json();
        var command = new ExampledCommand(
            "bundle", "Get a certificate with everything that verifies it offline",
            "./certify bundle XA-2026-000001 --from http://127.0.0.1:7071",
            "./certify bundle XA-2026-000001 --from https://xa.example --trust trust-list.jws --out certificate.bundle.json") { number, from, output, trust, at, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (bundle, pinned) = await MakeAsync(
                parsed.GetRequiredValue(number), parsed.GetRequiredValue(from), parsed.GetValue(trust), cancellation);
            var path = parsed.GetValue(output) ?? $"{parsed.GetRequiredValue(number)}.bundle.json";
            await File.WriteAllBytesAsync(path, bundle.Bytes(), cancellation);
            if (!parsed.GetValue(json)) Show(terminal.Out, path, bundle);
            if (pinned is null)
            {
                if (parsed.GetValue(json)) terminal.WriteJson(new { file = path, parts = Parts(bundle) });
                return (int)ExitCode.Yes;
            }
            var result = BundleVerification.Verify(
                bundle, new BundlePolicy(pinned, null, null, parsed.GetValue(at) ?? DateTimeOffset.UtcNow, CommonOptions.UsualMaxAge));
            return VerifyCommand.Answer(terminal, result, parsed.GetValue(json));
        });
        return command;
    }

    private static async Task<(CertificateBundle Bundle, TrustStore? Pinned)> MakeAsync(
        string number, Uri from, string? trust, CancellationToken cancellation)
    {
        using var client = new AuthorityClient(from, null, TimeSpan.FromSeconds(3));
        var bundle = CertificateBundle.Read(await client.DownloadBundleAsync(number, cancellation), out var fault)
            ?? throw new ProblemException(
                new Problem(fault!.Message, from.ToString(), "Ask the issuer of the certificate itself.", fault.Code), ExitCode.Undetermined);
        if (trust is null) return (bundle, null);

        var text = await Snapshot.ReadTextAsync(trust, offline: false, cancellation);
        var pinned = Verification.OpenTrust(text, trust);
        return (pinned.Authorities.Count == 0 ? bundle : bundle with { TrustList = text.Trim() }, pinned);
    }

    private static void Show(IAnsiConsole console, string path, CertificateBundle bundle)
    {
        console.MarkupLineInterpolated($"[bold]{path}[/]  {bundle.Bytes().Length:N0} bytes");
        foreach (var (part, isThere) in Parts(bundle)) console.WriteField(isThere ? "holds" : "lacks", part, colour: isThere ? "green" : "yellow");
    }

    private static Dictionary<string, bool> Parts(CertificateBundle bundle) => new(StringComparer.Ordinal)
    {
        ["certificate"] = true,
        ["trust list"] = bundle.TrustList is not null,
        ["status list"] = bundle.StatusList is not null || bundle.StatusListCwt is not null,
        ["status record"] = bundle.StatusRecord is not null,
        ["log proof"] = bundle.LogProof is not null,
        ["rulebook"] = bundle.Rulebook is not null,
        ["time-stamp"] = bundle.TimeStamp is not null,
    };
}
