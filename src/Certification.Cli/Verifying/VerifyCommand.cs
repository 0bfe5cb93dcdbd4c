using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Certification.Cli.Terminal;
using Certification.Domain.Certificates;

namespace Certification.Cli.Verifying;

/// <summary><c>certify verify FILE</c>: is this certificate good, as far as trust and status given here can tell?</summary>
public static class VerifyCommand
{
    private static readonly TimeSpan UsualMaxAge = TimeSpan.FromHours(24);

    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "The certificate (XML)" };
        var trust = new Option<string?>("--trust") { Description = "Signed trust list, or PEM certificates", HelpName = "FILE|URL" };
        var status = new Option<string?>("--status") { Description = "The issuer's status list", HelpName = "FILE|URL" };
        var at = CommonOptions.Instant("--at", "The instant asked about (default: now)");
        var maxAge = new Option<TimeSpan?>("--max-age")
        {
            Description = "How old a status list may be, in m, h or d (default: 24h)", HelpName = "AGE", CustomParser = ParseAge,
        };
        var offline = new Option<bool>("--offline") { Description = "Fetch nothing" };
        var json = CommonOptions.Json();
        var command = new ExampledCommand(
            "verify", "Verify a certificate",
            "./certify verify XA-2026-000001.xml --trust trust-list.jws",
            "./certify verify XA-2026-000001.xml --trust trust-list.jws --status 1.jwt --offline",
            "./certify verify XA-2026-000001.xml --trust certificates.pem --at 2026-03-01 --json")
        {
            file, trust, status, at, maxAge, offline, json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var result = await Verification.RunAsync(
                new VerificationQuestion(
                    parsed.GetRequiredValue(file), parsed.GetValue(trust), parsed.GetValue(status),
                    parsed.GetValue(at) ?? DateTimeOffset.UtcNow, parsed.GetValue(maxAge) ?? UsualMaxAge, parsed.GetValue(offline)),
                cancellation);
            if (parsed.GetValue(json)) terminal.WriteJson(result.Verdict);
            else VerdictScreen.Show(terminal.Out, result);
            return (int)(result.Verdict.Outcome switch
            {
                VerificationOutcome.Valid => ExitCode.Yes,
                VerificationOutcome.Invalid => ExitCode.No,
                _ => ExitCode.Undetermined,
            });
        });
        return command;
    }

    private static TimeSpan? ParseAge(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (text.Length > 1 && double.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count < 100_000)
        {
            switch (text[^1])
            {
                case 'm': return TimeSpan.FromMinutes(count);
                case 'h': return TimeSpan.FromHours(count);
                case 'd': return TimeSpan.FromDays(count);
            }
        }
        result.AddError($"'{text}' is no age; write 30m, 24h or 7d.");
        return null;
    }
}
