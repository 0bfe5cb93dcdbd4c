using Certification.Cli.Submitting;
using Certification.Cli.Terminal;
using Certification.Domain.Submissions;

namespace Certification.Cli.Journey;

/// <summary>The applicant submits with one item missing, is told exactly which, and supplies it.</summary>
public sealed partial class JourneyPlayer
{
    private async Task SubmitAsync(CancellationToken cancellation)
    {
        await _screen.StepAsync("open", async _ =>
        {
            var opened = await _submitter.OpenAsync(_dossier.Declaration, cancellation);
            Record = Record with { SubmissionId = opened.Value.Id };
            return $"{_dossier.Declaration.System.Name}: {_dossier.Declaration.Context.Use}";
        });
        foreach (var item in _dossier.Items.Where(item => !item.FirstLeftOut)) await SupplyAsync(item, cancellation);
        // A sole party that is the applicant itself accepts by handing in.
        if (_dossier.Declaration.Parties.Count > 1) await AcceptDutiesAsync(cancellation);
        if (_dossier.Items.Any(item => item.FirstLeftOut)) await HandInIncompleteAsync(cancellation);
        await HandInCompleteAsync(cancellation);
    }

    private async Task HandInIncompleteAsync(CancellationToken cancellation)
    {
        var leftOut = _dossier.Items.Where(item => item.FirstLeftOut).ToList();
        await _screen.StepAsync("hand in", async _ =>
        {
            await _submitter.HandInAsync(Record.SubmissionId!, cancellation);
            var answer = await UntilAsync(
                Record.SubmissionId!, view => view.Status is not (SubmissionStatus.Draft or SubmissionStatus.InIntake),
                "answered by intake", cancellation);
            Record = Record with { Gaps = answer.Gaps };
            return leftOut.TrueForAll(item => answer.Gaps.Any(gap => gap.Requirement == item.Kind))
                ? $"intake asks for {string.Join(", ", answer.Gaps.Select(gap => gap.Requirement))}"
                : throw Unexpected("intake did not notice what was left out", "Look at the rulebook's evidence catalogue.");
        });
        foreach (var gap in Record.Gaps!) _screen.Detail($"{gap.Message} {gap.NextStep} ({gap.Clause})");
        foreach (var item in leftOut) await SupplyAsync(item, cancellation);
    }

    private Task HandInCompleteAsync(CancellationToken cancellation) => _screen.StepAsync("hand in, complete", async _ =>
    {
        await _submitter.HandInAsync(Record.SubmissionId!, cancellation);
        var answer = await UntilAsync(
            Record.SubmissionId!, view => view.Status is not (SubmissionStatus.Draft or SubmissionStatus.InIntake),
            "answered by intake", cancellation);
        if (answer.Gaps is [var gap, ..]) throw Unexpected($"intake still asks: {gap.Message}", gap.NextStep);
        Record = Record with { Classification = answer.Classification };
        return $"nothing is missing; dossier {answer.Dossiers[^1].Hex[..16]}… is sealed";
    });

    private Task SupplyAsync(DossierItem item, CancellationToken cancellation) =>
        _screen.StepAsync("upload", async progress =>
        {
            await _submitter.SupplyAsync(Record.SubmissionId!, item, progress.Bar(item.Size), cancellation);
            return $"{item.Kind}: {item.FileName}, {Bytes(item.Size)}, sealed";
        });

    private static string Bytes(long size) => size >= 1 << 20 ? $"{size / (double)(1 << 20):0} MB" : $"{Math.Max(1, size >> 10)} KB";

    private static ProblemException Unexpected(string what, string next) => new(
        new Problem($"The journey did not go as it must: {what}.", "certify journey", next, "journey.unexpected"), ExitCode.No);
}
