using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;
using Certification.Workflows.Port;

namespace Certification.Workflows;

/// <summary>Takes a system submission through intake, evidence validation, assessor review, signed certificate issuance
/// and recognition by other jurisdictions.</summary>
public sealed class CertifySystem : IWorkflow<CaseInput, CaseResult>
{
    /// <inheritdoc/>
    public async Task<CaseResult> Run(WorkflowContext context, CaseInput submission)
    {
        for (var round = 1; ;)
        {
            var intake = await Intake(context, submission);
            if (intake.HasLapsed) return new CaseResult("lapsed");

            var validated = await EvidenceValidation(context, submission, intake);
            if (validated.Lane == ReviewLane.SelfDeclaration)
            {
                var declared = await SelfDeclaration(context, submission);
                if (declared.Next == SubmissionStatus.InIssuance)
                {
                    await DecisionRecord(context, submission);
                    return await Certified(context, submission);
                }
                if (declared.Next == SubmissionStatus.AwaitingApplicant) continue;
            }

            var review = await AssessorReview(context, submission, round++);
            if (!review.WantsMoreEvidence) break;
        }

        var decision = await Decision(context, submission);
        await DecisionRecord(context, submission);
        if (!decision.InFavour)
        {
            await context.CallActivity(ActivityNames.RegisterRefusal, submission, RetryPolicy.Default);
            return new CaseResult("refused");
        }
        return await Certified(context, submission);
    }

    private static async Task<CaseResult> Certified(WorkflowContext context, CaseInput submission)
    {
        var number = await CertificateIssuance(context, submission);
        await Recognition(context, submission, number);
        return new CaseResult("certified", number);
    }

    private static async Task<IntakeResult> Intake(WorkflowContext context, CaseInput submission)
    {
        context.SetCustomStatus("intake");
        while (true)
        {
            var intake = await context.CallActivity(ActivityNames.CheckIntake, submission, RetryPolicy.Default);
            if (intake.IsComplete) return intake;

            context.SetCustomStatus("waiting for the applicant");
            var handedIn = await context.WaitForEvent(WorkflowNames.HandedIn, intake.Deadline);
            if (handedIn is not null) continue;

            // The applicant may hand in at the very moment the deadline passes; whichever is recorded first holds.
            var lapsed = await context.CallActivity(ActivityNames.LapseSubmission, submission, RetryPolicy.Default);
            if (lapsed.Happened) return intake with { HasLapsed = true };
        }
    }

    private static async Task<ValidationResult> EvidenceValidation(WorkflowContext context, CaseInput submission, IntakeResult intake)
    {
        context.SetCustomStatus("evidence validation");
        var reports = await Task.WhenAll(intake.EvidenceIds.Select(evidenceId => context.CallActivity(
            ActivityNames.ValidateEvidenceItem,
            new EvidenceItemInput(submission.SubmissionId, intake.DossierDigest!, evidenceId),
            RetryPolicy.Default)));
        return await context.CallActivity(
            ActivityNames.ConcludeValidation,
            new ValidationInput(submission.SubmissionId, intake.DossierDigest!, [.. reports.Select(report => report.ReportDigest)]),
            RetryPolicy.Default);
    }

    /// <summary>The lowest tier: no assessor and no decider, the rulebook says what the provider's declaration is worth.</summary>
    private static Task<DeclarationResult> SelfDeclaration(WorkflowContext context, CaseInput submission)
    {
        context.SetCustomStatus("self-declaration");
        return context.CallActivity(ActivityNames.DecideByDeclaration, submission, RetryPolicy.Default);
    }

    private static Task<ReviewResult> AssessorReview(WorkflowContext context, CaseInput submission, int round)
    {
        context.SetCustomStatus("assessor review");
        return context.CallSubWorkflow(
            WorkflowNames.ReviewDossier,
            new ReviewInput(submission.SubmissionId, round),
            WorkflowNames.ReviewId(submission.SubmissionId, round));
    }

    private static async Task<DecisionResultRead> Decision(WorkflowContext context, CaseInput submission)
    {
        context.SetCustomStatus("certification decision");
        while (true)
        {
            var decision = await context.CallActivity(ActivityNames.ReadDecision, submission, RetryPolicy.Default);
            if (decision.IsTaken) return decision;

            var decided = await context.WaitForEvent(WorkflowNames.Decided, decision.RemindAt);
            if (decided is null)
            {
                await context.CallActivity(ActivityNames.RemindDeciders, submission, RetryPolicy.Default);
            }
        }
    }

    /// <summary>What the decision rested on, pinned before anything is built on it. Cases that began before decisions were recorded
    /// go on without.</summary>
    private static Task DecisionRecord(WorkflowContext context, CaseInput submission) => context.Version >= 2
        ? context.CallActivity(ActivityNames.RecordDecision, submission, RetryPolicy.Default)
        : Task.CompletedTask;

    /// <summary>The crash-safe order: a number is reserved before anything carries it, only a linted draft is signed and
    /// only once, and what is signed stands in the log, and has its status entry, before anybody can see it.</summary>
    private static async Task<string> CertificateIssuance(WorkflowContext context, CaseInput submission)
    {
        context.SetCustomStatus("certificate issuance");
        var reservation = await context.CallActivity(ActivityNames.ReserveNumber, submission, RetryPolicy.Default);
        var redeemed = await RedeemedDraft(context, reservation);
        await context.CallActivity(ActivityNames.SignCertificate, redeemed, RetryPolicy.Default);
        // A case that began before there were logs enters when it publishes.
        if (context.Version >= 2)
        {
            await context.CallActivity(ActivityNames.EnterLog, redeemed, RetryPolicy.Default);
            await TimeStamp(context, redeemed);
            await context.CallActivity(ActivityNames.CountersignCertificate, redeemed, RetryPolicy.Default);
        }
        await context.CallActivity(ActivityNames.EnterStatus, redeemed, RetryPolicy.Default);
        await context.CallActivity(ActivityNames.PublishCertificate, redeemed, RetryPolicy.Default);
        return reservation.Number;
    }

    /// <summary>A time-stamping authority that is down holds nobody up for longer than a quarter of an hour: witnesses of the log
    /// date the certificate as well.</summary>
    private static async Task TimeStamp(WorkflowContext context, DraftInput redeemed)
    {
        try
        {
            await context.CallActivity(ActivityNames.StampCertificate, redeemed, RetryPolicy.ForPeers);
        }
        catch (ActivityFailedException failed)
        {
            await context.CallActivity(ActivityNames.RecordNoTimeStamp, new NoTimeStamp(redeemed.Number, failed.Reason), RetryPolicy.Default);
        }
    }

    /// <summary>A draft that was linted and committed to. While nobody answers for a duty there is none: the number waits, and
    /// with every answer of a party the draft is written anew.</summary>
    private static async Task<DraftInput> RedeemedDraft(WorkflowContext context, ReservedNumber reservation)
    {
        while (true)
        {
            var draft = await context.CallActivity(ActivityNames.DraftCertificate, reservation, RetryPolicy.Default);
            if (draft.AwaitsParties)
            {
                context.SetCustomStatus("waiting for somebody to answer for every duty");
                await context.WaitForEvent(WorkflowNames.PartyAnswered);
                continue;
            }
            if (draft.LintFailures.Count > 0)
            {
                throw new InvalidOperationException(
                    $"Certificate {reservation.Number} was not signed: {string.Join(" ", draft.LintFailures)}");
            }
            var redeemed = await context.CallActivity(
                ActivityNames.RedeemDraft, new DraftInput(reservation.Number, draft.DraftDigest), RetryPolicy.Default);
            if (!redeemed.IsOvertaken) return redeemed;
        }
    }

    private static async Task Recognition(WorkflowContext context, CaseInput submission, string number)
    {
        context.SetCustomStatus("recognition by other jurisdictions");
        var peers = await context.CallActivity(ActivityNames.ListPeers, submission, RetryPolicy.Default);
        await Task.WhenAll(peers.Authorities.Select(authority => context.CallSubWorkflow(
            WorkflowNames.SeekRecognition,
            new SeekRecognitionInput(submission.SubmissionId, number, authority),
            WorkflowNames.SeekId(number, authority))));
        context.SetCustomStatus("certified");
    }
}
