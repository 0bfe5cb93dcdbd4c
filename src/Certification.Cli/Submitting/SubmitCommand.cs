using System.CommandLine;
using Certification.Cli.Deciding;
using Certification.Cli.Http;
using Certification.Cli.Terminal;
using Certification.Domain.Submissions;
using Spectre.Console;

namespace Certification.Cli.Submitting;

/// <summary><c>certify submit DIR</c>: opens a submission, uploads its evidence, hands it in and shows what intake says.
/// Interrupted and started again, it goes on where it stopped.</summary>
public static class SubmitCommand
{
    private static readonly TimeSpan StoragePatience = TimeSpan.FromSeconds(30);

    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var folder = new Argument<string>("DIR") { Description = "The dossier: dossier.json and the evidence files" };
        var watch = new Option<bool>("--watch") { Description = "Stay and tell what happens, until somebody decided" };
        var anew = new Option<bool>("--new") { Description = "Open another submission although this dossier was submitted before" };
        var command = new ExampledCommand(
            "submit", "Submit a system for certification",
            "./certify submit tests/dossiers/example", "./certify submit my-dossier --authority https://authority.example --watch")
        {
            folder, watch, anew,
        };
        var caller = CallerOptions.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var dossier = PreparedDossier.Open(parsed.GetRequiredValue(folder));
            using var client = caller.ClientOf(parsed);
            using var submitter = new Submitter(client, parsed.GetValue(anew) ? Guid.NewGuid().ToString() : "", StoragePatience);
            var view = await SubmitAsync(terminal, submitter, dossier, cancellation);
            if (parsed.GetValue(watch)) view = await CaseWatch.FollowAsync(terminal.Err, client, view, cancellation);
            if (caller.WantsJson(parsed)) terminal.WriteJson(view);
            else CaseScreen.Show(terminal.Out, view);
            return (int)(view.Status is SubmissionStatus.AwaitingApplicant or SubmissionStatus.Refused or SubmissionStatus.Lapsed
                ? ExitCode.No
                : ExitCode.Yes);
        });
        return command;
    }

    private static async Task<SubmissionView> SubmitAsync(
        CommandTerminal terminal, Submitter submitter, DossierFolder dossier, CancellationToken cancellation)
    {
        var opened = await submitter.OpenAsync(dossier.Declaration, cancellation);
        if (!SubmissionMoves.IsOpenToApplicant(opened.Value.Status)) return opened.Value;
        await terminal.Err.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new TransferSpeedColumn())
            .StartAsync(async progress =>
            {
                foreach (var item in dossier.Items)
                {
                    var bar = progress.AddTask(Markup.Escape(item.FileName), maxValue: Math.Max(1, item.Size));
                    await submitter.SupplyAsync(opened.Value.Id, item, new BarProgress(bar), cancellation);
                    bar.Value = bar.MaxValue;
                }
            });
        if (dossier.Effort is { } effort) await submitter.TellEffortAsync(opened.Value.Id, effort, cancellation);
        return (await submitter.HandInAsync(opened.Value.Id, cancellation)).Value;
    }

    private sealed class BarProgress(ProgressTask bar) : IProgress<long>
    {
        public void Report(long value) => bar.Value = value;
    }
}
