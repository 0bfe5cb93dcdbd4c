using Certification.Cli.Http;
using Certification.Cli.Terminal;
using Certification.Domain.Submissions;

namespace Certification.Cli.Journey;

/// <summary>The certificate appears in the issuer's directory, and the other authority answers.</summary>
public sealed partial class JourneyPlayer
{
    private Task AwaitCertificateAsync(CancellationToken cancellation) => _screen.StepAsync("issue", async _ =>
    {
        var number = await AwaitNumberAsync(Record.SubmissionId!, cancellation);
        Record = Record with { Number = number };
        var certificate = (await _cast.Xa.GetCertificateAsync(number, cancellation)).Value;
        return $"{number}, {certificate.Status} until {certificate.Validity.NotAfter:yyyy-MM-dd}, "
            + $"status entry {certificate.StatusList.Index}";
    });

    private async Task<string> AwaitNumberAsync(string submissionId, CancellationToken cancellation)
    {
        var certified = await UntilAsync(
            submissionId, view => view is { Status: SubmissionStatus.Certified, CertificateNumber: not null }, "certified", cancellation);
        return certified.CertificateNumber!;
    }

    private async Task AwaitRecognitionAsync(CancellationToken cancellation)
    {
        RecognitionView recognition = null!;
        await _screen.StepAsync("recognise", async _ =>
        {
            var view = await UntilAsync(
                Record.SubmissionId!, submission => submission.Recognitions.Count > 0, "answered by another authority", cancellation);
            var (authority, verdict) = view.Recognitions.First();
            recognition = await _cast.Xb.GetRecognitionAsync(Record.Number!, cancellation);
            Record = Record with { Recognition = verdict };
            return verdict == recognition.Verdict
                ? $"{authority} verified it, judged it by its own rulebook and signed: {verdict}"
                : throw Unexpected($"XA heard '{verdict}', but XB publishes '{recognition.Verdict}'", "Compare both authorities' logs.");
        });
        foreach (var reason in recognition.Reasons) _screen.Detail($"{reason.Code}: {reason.Message}");
    }

    private async Task WithdrawAsync(CancellationToken cancellation)
    {
        var number = Record.Number!;
        await _screen.StepAsync("withdraw", async _ =>
        {
            await Patience.MakeAsync(
                () => _cast.Officer.GetCertificateAsync(number, cancellation),
                current => current.Value.Status == "withdrawn",
                current => _cast.Officer.ChangeStatusAsync(current, new StatusChangeBody("withdrawn", WithdrawalReason, null), cancellation));
            return $"XA withdraws {number}: {WithdrawalReason}";
        });
        await _screen.StepAsync("hear of it abroad", async _ =>
        {
            RecognitionView seen = null!;
            await Patience.UntilAsync(
                async () => (seen = await _cast.Xb.GetRecognitionAsync(number, cancellation)).Verdict == "refused",
                PollEvery, _plan.Patience, () => $"XB still says '{seen.Verdict}' of the withdrawn {number}.", cancellation);
            Record = Record with { RecognitionAfterWithdrawal = seen.Verdict };
            return $"XB now says {seen.Verdict}: {string.Join(", ", seen.Reasons.Select(reason => reason.Code))}";
        });
        await _screen.StepAsync("verify again", async _ =>
        {
            var files = await DownloadAsync(number, cancellation);
            var verdict = await VerdictAsync(files, VerificationCase.Complete, cancellation);
            Expect(verdict, "invalid", "the withdrawn certificate");
            return $"with the new status list: {verdict.Outcome}, {verdict.Code}";
        });
    }

    private const string WithdrawalReason = "Monitoring in use found outcomes that the evaluation had not shown.";
}
