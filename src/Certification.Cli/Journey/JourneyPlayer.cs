using Certification.Cli.Http;
using Certification.Cli.Submitting;
using Certification.Domain.Evidence;
using Certification.Domain.Submissions;

namespace Certification.Cli.Journey;

/// <summary>Plays a submission's whole way through two authorities, as all of its people. Each call is repeated until it is
/// known to have taken effect, so that the journey also completes when an authority is killed and restarted under it.</summary>
public sealed partial class JourneyPlayer : IDisposable
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(150);
    private readonly JourneyPlan _plan;
    private readonly JourneyScreen _screen;
    private readonly Cast _cast;
    private readonly Submitter _submitter;
    private readonly DossierFolder _dossier;

    private JourneyPlayer(JourneyPlan plan, JourneyScreen screen, Cast cast, DossierFolder dossier)
    {
        (_plan, _screen, _cast, _dossier) = (plan, screen, cast, dossier);
        _submitter = new Submitter(cast.Applicant, plan.Salt, plan.Patience);
    }

    /// <summary>What has become of it so far.</summary>
    public JourneyRecord Record { get; private set; } = new();

    /// <summary>Reads the dossier, waits for both authorities and gets everybody a token.</summary>
    public static async Task<JourneyPlayer> PrepareAsync(JourneyPlan plan, JourneyScreen screen, CancellationToken cancellation)
    {
        Directory.CreateDirectory(plan.Work);
        var dossier = PreparedDossier.Open(plan.Dossier, plan.Work);
        var cast = await Cast.AssembleAsync(plan.Xa, plan.Xb, dossier.Declaration.Parties, plan.Patience, cancellation);
        return new JourneyPlayer(plan, screen, cast, dossier);
    }

    /// <summary>From the first upload to the certificate recognised abroad, or to the refusal when the evidence does not
    /// support what it should.</summary>
    public async Task CertifyAsync(CancellationToken cancellation)
    {
        _screen.Part("Submission");
        await SubmitAsync(cancellation);
        _screen.Part("Assessment");
        var isBarred = await ValidateAsync(cancellation);
        await AssessAsync(isBarred, cancellation);
        await RefuseAssessorsDecisionAsync(cancellation);
        if (isBarred)
        {
            await RefuseAsync(cancellation);
            return;
        }
        await DecideAsync(Record.SubmissionId!, cancellation);
        _screen.Part("Certificate");
        await AwaitCertificateAsync(cancellation);
        await AwaitRecognitionAsync(cancellation);
    }

    /// <summary>Everything: certification, verification, withdrawal, and a second certificate that comes due.</summary>
    public async Task PlayAsync(CancellationToken cancellation)
    {
        await CertifyAsync(cancellation);
        if (Record.Number is not null)
        {
            _screen.Part("Verification, offline");
            await VerifyAsync(cancellation);
            _screen.Part("Transparency log");
            await AuditLogAsync(cancellation);
            _screen.Part("Withdrawal");
            await WithdrawAsync(cancellation);
        }
        if (_plan.SecondDossier is { } second) await RenewAsync(second, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _submitter.Dispose();
        _cast.Dispose();
    }

    private async Task<SubmissionView> UntilAsync(
        string submissionId, Func<SubmissionView, bool> holds, string what, CancellationToken cancellation)
    {
        SubmissionView? seen = null;
        await Patience.UntilAsync(
            async () => holds(seen = (await _cast.Applicant.GetSubmissionAsync(submissionId, cancellation)).Value),
            PollEvery, _plan.Patience,
            () => $"Submission {submissionId} is '{Submission.Word(seen!.Status)}' and not yet {what}. Next: {seen.Next.Who}, {seen.Next.What}",
            cancellation);
        return seen!;
    }

    private static bool IsBarred(SubmissionView submission) => submission.Findings.Any(finding => finding.Severity == Severity.Major);
}
