using System.CommandLine;
using System.Text;
using Certification.Cli.Terminal;
using Certification.Cli.Verifying;
using Certification.Signing.Log;
using Spectre.Console;

namespace Certification.Cli.Log;

/// <summary><c>certify log verify URL</c>: audits a transparency log from its first entry to its last.</summary>
public static class LogCommand
{
    private const long CheckpointLimit = 2 * SignedNote.Longest;
    private const int Label = 12;

    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var log = new Argument<string>("URL") { Description = "An authority, its log, or a folder that mirrors one" };
        var trust = new Option<string?>("--trust") { Description = "Signed trust list, or PEM certificates with the log's keys beside them", HelpName = "FILE|URL" };
        var since = new Option<string?>("--since") { Description = "A checkpoint that you kept: the log must continue it", HelpName = "FILE" };
        var save = new Option<string?>("--save") { Description = "Keep the verified checkpoint here, for the next --since", HelpName = "FILE" };
        var witnesses = new Option<int>("--witnesses") { Description = "How many authorities of the trust list must have cosigned", HelpName = "K" };
        var json = CommonOptions.Json();
        var verify = new ExampledCommand(
            "verify", "Verify a whole log: signatures, every tile and entry, and that it only grew",
            "./certify log verify http://127.0.0.1:7071 --trust trust-list.jws --witnesses 1 --save xa.checkpoint",
            "./certify log verify http://127.0.0.1:7071 --trust trust-list.jws --since xa.checkpoint",
            "./certify log verify mirror/ --trust certificates.pem --json")
        {
            log, trust, since, save, witnesses, json,
        };
        verify.SetAction(async (parsed, cancellation) =>
        {
            var policy = await PolicyAsync(parsed.GetValue(trust), parsed.GetValue(witnesses), cancellation);
            var remembered = parsed.GetValue(since) is { } kept ? Encoding.UTF8.GetString(InputFile.Read(kept, CheckpointLimit)) : null;
            using var files = new LogFiles(parsed.GetRequiredValue(log));
            var report = await new LogAudit(path => files.ReadAsync(path, cancellation), policy).RunAsync(remembered);
            Show(terminal, report, parsed.GetValue(json));
            if (report.Outcome == LogAuditOutcome.Valid && parsed.GetValue(save) is { } file)
            {
                await File.WriteAllTextAsync(file, report.Checkpoint!.Note.ToString(), cancellation);
            }
            return (int)CodeOf(report.Outcome);
        });
        return new Command("log", "Transparency logs") { verify };
    }

    private static async Task<LogPolicy?> PolicyAsync(string? trust, int witnesses, CancellationToken cancellation) => trust is null
        ? null
        : Verification.OpenTrust(await Snapshot.ReadTextAsync(trust, offline: false, cancellation), trust).Logs(witnesses, DateTimeOffset.UtcNow);

    private static void Show(CommandTerminal terminal, LogAuditReport report, bool asJson)
    {
        var checkpoint = report.Checkpoint?.Checkpoint;
        if (asJson)
        {
            terminal.WriteJson(new
            {
                report.Outcome, checkpoint?.Origin, checkpoint?.Size,
                root = checkpoint is null ? null : Convert.ToBase64String(checkpoint.Root.Span), report.Steps,
            });
            return;
        }

        var (word, colour) = report.Outcome switch
        {
            LogAuditOutcome.Valid => ("valid", "green"),
            LogAuditOutcome.Invalid => ("invalid", "red"),
            _ => ("undetermined", "yellow"),
        };
        terminal.Out.MarkupLineInterpolated($"[bold {colour}]{word}[/]  {(checkpoint is null ? "(no checkpoint that opens)" : $"{checkpoint.Origin}, size {checkpoint.Size}")}");
        foreach (var step in report.Steps) terminal.Out.WriteField(step.Step, step.Code is null ? step.Says : $"{step.Says} ({step.Code})", Label);
    }

    private static ExitCode CodeOf(LogAuditOutcome outcome) => outcome switch
    {
        LogAuditOutcome.Valid => ExitCode.Yes,
        LogAuditOutcome.Invalid => ExitCode.No,
        _ => ExitCode.Undetermined,
    };
}
