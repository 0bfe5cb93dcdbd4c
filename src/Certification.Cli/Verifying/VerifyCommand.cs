using System.CommandLine;
using Certification.Cli.Terminal;
using Certification.Domain.Certificates;
using Certification.Signing.Verification;

namespace Certification.Cli.Verifying;

/// <summary><c>certify verify FILE</c>: is this certificate good, as far as trust and status given here can tell?</summary>
public static class VerifyCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "The certificate (XML), or its verifiable credential" };
        var trust = new Option<string?>("--trust") { Description = "Signed trust list, or PEM certificates", HelpName = "FILE|URL" };
        var status = new Option<string?>("--status") { Description = "The issuer's status list, JWT or CWT", HelpName = "FILE|URL" };
        var record = new Option<string?>("--status-record") { Description = "The issuer's status record of the certificate: since when, why, what followed", HelpName = "FILE|URL" };
        var stamp = new Option<string?>("--time-stamp") { Description = "RFC 3161 token over the certificate: says by when it existed", HelpName = "FILE|URL" };
        var stampRoots = new Option<string?>("--time-stamp-roots") { Description = "Roots (PEM) of the time-stamping authorities that you believe", HelpName = "FILE" };
        var logProof = new Option<string?>("--log-proof") { Description = "The proof that it is in its issuer's log (fetched with --witnesses)", HelpName = "FILE|URL" };
        var witnesses = new Option<int?>("--witnesses") { Description = "Demand the log, and that so many authorities of the trust list cosigned it", HelpName = "K" };
        var certificate = new Option<string?>("--certificate") { Description = "The XML that a credential must agree with", HelpName = "FILE|URL" };
        var second = new Option<string?>("--second-signature") { Description = "The issuer's post-quantum signature of the certificate", HelpName = "FILE|URL" };
        var requireSecond = new Option<bool>("--require-second-signature") { Description = "Without one the answer is undetermined" };
        var at = CommonOptions.Instant("--at", "The instant asked about (default: now)");
        var maxAge = CommonOptions.MaxAge();
        var offline = new Option<bool>("--offline") { Description = "Fetch nothing" };
        var opening = new Option<string?>("--opening") { Description = "What the holder gave to open a withheld item", HelpName = "FILE" };
        var content = new Option<string?>("--content") { Description = "The file that the opened item is said to be", HelpName = "FILE" };
        var explain = new Option<bool>("--explain") { Description = "Show what each step of the verification proved" };
        var json = CommonOptions.Json();
        var command = new ExampledCommand(
            "verify", "Verify a certificate",
            "./certify verify XA-2026-000001.xml --trust trust-list.jws",
            "./certify verify XA-2026-000001.xml --trust trust-list.jws --status 1.jwt --offline",
            "./certify verify XA-2026-000001.xml --trust trust-list.jws --witnesses 1",
            "./certify verify XA-2026-000001.xml --trust certificates.pem --at 2026-03-01 --json",
            "./certify verify FILE.xml --trust trust-list.jws --status-record XA-2026-000001.jwt --at 2026-03-03T12:00:00Z --offline",
            "./certify verify XA-2026-000001.vc.jwt --certificate XA-2026-000001.xml --trust trust-list.jws --explain")
        {
            file, trust, status, record, stamp, stampRoots, logProof, witnesses, certificate, second, requireSecond, at, maxAge, offline, opening, content, explain, json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var result = await Verification.RunAsync(
                new VerificationQuestion(
                    parsed.GetRequiredValue(file), parsed.GetValue(trust), parsed.GetValue(status), parsed.GetValue(record),
                    parsed.GetValue(at) ?? DateTimeOffset.UtcNow, parsed.GetValue(maxAge) ?? CommonOptions.UsualMaxAge, parsed.GetValue(offline),
                    parsed.GetValue(stamp), parsed.GetValue(stampRoots), parsed.GetValue(logProof), parsed.GetValue(witnesses),
                    parsed.GetValue(certificate), parsed.GetValue(second), parsed.GetValue(requireSecond)),
                cancellation);
            var opened = parsed.GetValue(opening) is { } given
                ? OpeningCheck.Check(result.Certificate?.Content, given, parsed.GetValue(content))
                : null;
            var code = Answer(terminal, result, parsed.GetValue(json), opened);
            if (parsed.GetValue(explain)) StepsScreen.Show(parsed.GetValue(json) ? terminal.Err : terminal.Out, result);
            return opened is { Opens: false } ? (int)ExitCode.No : code;
        });
        command.Subcommands.Add(VerifyBundleCommand.Create(terminal));
        return command;
    }

    /// <summary>Tells the verdict, as JSON or for people, and how the command ends.</summary>
    /// <param name="opening">What became of an opening that was given; null without one.</param>
    internal static int Answer(CommandTerminal terminal, VerificationResult result, bool asJson, OpeningVerdict? opening = null)
    {
        if (!asJson) VerdictScreen.Show(terminal.Out, result, opening);
        else if (opening is null) terminal.WriteJson(result.Verdict);
        else terminal.WriteJson(new { verdict = result.Verdict, opening });
        return (int)(result.Verdict.Outcome switch
        {
            VerificationOutcome.Valid => ExitCode.Yes,
            VerificationOutcome.Invalid => ExitCode.No,
            _ => ExitCode.Undetermined,
        });
    }
}
