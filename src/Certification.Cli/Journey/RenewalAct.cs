using Certification.Cli.Http;
using Certification.Cli.Submitting;
using Certification.Domain.Intake;
using Certification.Domain.Reviews;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Cli.Journey;

/// <summary>A second certificate comes due under simulated time: its renewal opens by itself.</summary>
public sealed partial class JourneyPlayer
{
    private async Task RenewAsync(string folder, CancellationToken cancellation)
    {
        _screen.Part("Re-certification");
        var number = await CertifySecondAsync(PreparedDossier.Open(folder, _plan.Work), cancellation);
        await AdvanceToRenewalAsync(number, cancellation);
        SubmissionView renewal = null!;
        await _screen.StepAsync("renewal opens", async _ =>
        {
            await Patience.UntilAsync(
                async () => await FindRenewalAsync(number, cancellation) is { } found && IsAnswered(renewal = found),
                PollEvery, _plan.Patience, () => $"No renewal of {number} was opened and answered by intake.", cancellation);
            Record = Record with { RenewalId = renewal.Id };
            var asked = renewal.Gaps.Select(gap => gap.Requirement).ToHashSet();
            return $"by itself; {renewal.Evidence.Count(item => !asked.Contains(item.Kind))} of {renewal.Evidence.Count} files "
                + $"are still good, {renewal.Gaps.Count} asked for";
        });
        foreach (var gap in renewal.Gaps) _screen.Detail($"{gap.Requirement}: {gap.Message} ({gap.Code})");
    }

    /// <summary>A small system of low risk, certified without detours.</summary>
    private async Task<string> CertifySecondAsync(DossierFolder dossier, CancellationToken cancellation)
    {
        string id = "", number = "";
        var isDeclared = false;
        await _screen.StepAsync("submit another", async _ =>
        {
            id = (await _submitter.OpenAsync(dossier.Declaration, cancellation)).Value.Id;
            foreach (var item in dossier.Items) await _submitter.SupplyAsync(id, item, null, cancellation);
            await _submitter.HandInAsync(id, cancellation);
            var validated = await UntilAsync(id, IsValidated, "validated", cancellation);
            isDeclared = validated.Status != SubmissionStatus.InReview;
            return $"{dossier.Declaration.System.Name}: {validated.Evidence.Count} files, tier {Word(validated.Classification!.Tier)}, "
                + (isDeclared ? "certified on its provider's declaration" : "in review");
        });
        if (!isDeclared) await ReviewAndDecideAsync(id, cancellation);
        await _screen.StepAsync("issue", async _ =>
        {
            number = await AwaitNumberAsync(id, cancellation);
            Record = Record with { SecondNumber = number };
            return number;
        });
        return number;
    }

    private async Task ReviewAndDecideAsync(string id, CancellationToken cancellation)
    {
        var review = (await _cast.FirstAssessor.GetSubmissionAsync(id, cancellation)).Value.Review;
        await ConcludeAllAsync(id, review.AssessorsNeeded, Recommendation.Certify, cancellation);
        await UntilAsync(id, view => view.Status != SubmissionStatus.InReview, "reviewed", cancellation);
        await DecideAsync(id, cancellation);
    }

    private static bool IsValidated(SubmissionView view) =>
        view.Status is SubmissionStatus.InReview or SubmissionStatus.InIssuance or SubmissionStatus.Certified;

    private Task AdvanceToRenewalAsync(string number, CancellationToken cancellation) => _screen.StepAsync("let time pass", async _ =>
    {
        var certificate = (await _cast.Xa.GetCertificateAsync(number, cancellation)).Value;
        var tier = Enum.Parse<RiskTier>(certificate.Tier, ignoreCase: true);
        var lead = RulebookLibrary.InForceAt(number[..2]).CertificatePlans.Single(plan => plan.Tier == tier).RenewalLeadDays;
        var due = certificate.Validity.NotAfter.AddDays(-lead).AddHours(1);
        foreach (var authority in (AuthorityClient[])[_cast.Xa, _cast.Xb])
        {
            if (await authority.GetTimeAsync(cancellation) < due) await authority.SetTimeAsync(due, cancellation);
        }
        return $"both authorities' clocks are set to {due:yyyy-MM-dd}, {lead} days before {number} ends";
    });

    private async Task<SubmissionView?> FindRenewalAsync(string number, CancellationToken cancellation)
    {
        for (string? continuation = null; ;)
        {
            var page = await _cast.Applicant.ListSubmissionsAsync(continuation, cancellation);
            foreach (var line in page.Items)
            {
                var view = (await _cast.Applicant.GetSubmissionAsync(line.Id, cancellation)).Value;
                if (view.Declaration.Renews == number) return view;
            }
            if ((continuation = page.Continuation) is null) return null;
        }
    }

    private static bool IsAnswered(SubmissionView renewal) =>
        renewal.Status is not (SubmissionStatus.Draft or SubmissionStatus.InIntake);
}
