using System.CommandLine;
using Certification.Cli.Terminal;
using Certification.Domain;
using Certification.Domain.Decisions;

namespace Certification.Cli.Replaying;

/// <summary><c>certify replay NUMBER</c>: derives tier, findings and verdict of a decided case again on this machine, from what its
/// record pins, and says where they differ.</summary>
public static class ReplayCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var subject = new Argument<string?>("NUMBER")
        {
            Description = "Number of a certificate, or id of a case", Arity = ArgumentArity.ZeroOrOne,
        };
        var from = new Option<string?>("--from") { Description = "Ask nobody: read a folder that --save wrote", HelpName = "DIR" };
        var save = new Option<string?>("--save") { Description = "Keep what was read in this folder", HelpName = "DIR" };
        var command = new ExampledCommand(
            "replay", "Derive a decision again from what its record pins, and say where it differs",
            "./certify replay XA-2026-000001 --save replayed", "./certify replay --from replayed")
        {
            subject, from, save,
        };
        var caller = CallerOptions.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(subject) is null == result.GetValue(from) is null)
                result.AddError("Give either the NUMBER of a certificate or --from DIR.");
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(from) is { } kept) return await AnswerAsync(new ReplayFolder(kept));
            var folder = new ReplayFolder(parsed.GetValue(save) ?? Directory.CreateTempSubdirectory("certify-replay-").FullName);
            try
            {
                using var client = caller.ClientOf(parsed);
                await ReplayDownload.FetchAsync(client, parsed.GetValue(subject)!, folder, cancellation);
                return await AnswerAsync(folder);
            }
            finally
            {
                if (parsed.GetValue(save) is null) Directory.Delete(folder.Folder, recursive: true);
            }

            async Task<int> AnswerAsync(ReplayFolder folder)
            {
                var material = await folder.ReadAsync(cancellation);
                var result = DecisionReplay.Replay(material);
                var record = Sha256Digest.Of(await File.ReadAllBytesAsync(folder.Record, cancellation));
                var entry = folder.ReadLogEntry(material.Record, record);
                if (caller.WantsJson(parsed)) terminal.WriteJson(new { record, logEntry = entry?.Index, log = entry?.Origin, result });
                else ReplayScreen.Show(terminal.Out, material, record, entry, result);
                return (int)(result.Outcome switch
                {
                    ReplayOutcome.Same => ExitCode.Yes,
                    ReplayOutcome.Differs => ExitCode.No,
                    _ => ExitCode.Undetermined,
                });
            }
        });
        return command;
    }
}
