using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Workflows.Tests;

/// <summary>A case in which everything goes well, for tests to disturb.</summary>
internal sealed class ACase : IAsyncDisposable
{
    private const string Number = "XA-2026-000001";
    internal static readonly CaseInput Input = new("s-1");
    internal static readonly string Id = WorkflowNames.CaseId("s-1");

    internal Queue<IntakeResult> Intake { get; init; } = new();
    internal ReviewLane Lane { get; init; } = ReviewLane.Assessed;
    internal Queue<SubmissionStatus> Declared { get; init; } = new();
    internal Queue<ReviewResult> Reviews { get; init; } = new();
    internal DecisionResultRead Decision { get; set; } = new(true, InFavour: true, default);
    internal IReadOnlyList<string> LintFailures { get; set; } = [];
    internal Queue<DraftResult> Drafts { get; init; } = new();
    internal Queue<bool> Overtaken { get; init; } = new();
    internal IReadOnlyList<string> Peers { get; set; } = [];
    internal bool LapseHappens { get; set; } = true;
    internal Stage Stage { get; } = new();

    internal static IntakeResult Complete => new(true, default, "d1", ["e-1", "e-2", "e-3"]);

    internal static IntakeResult Missing(TimeSpan within) => new(false, Stage.Start + within, null, []);

    /// <param name="stamps">False for an activity that fails for good: the engine ends one that is not there as it ends one whose attempts
    /// are used up, and nobody waits a quarter of an hour.</param>
    internal ACase(bool stamps = true)
    {
        Play();
        if (stamps) Stage.On(ActivityNames.StampCertificate, new Done(true));
    }

    private void Play() => Stage
        .On(ActivityNames.CheckIntake, _ => Intake.TryDequeue(out var next) ? next : Complete)
        .On(ActivityNames.LapseSubmission, _ => new Done(LapseHappens))
        .On(ActivityNames.ValidateEvidenceItem, item => new EvidenceItemResult($"r-{item.EvidenceId}"))
        .On(ActivityNames.ConcludeValidation, _ => new ValidationResult(true, Lane))
        .On(ActivityNames.DecideByDeclaration, _ => new DeclarationResult(Declared.TryDequeue(out var next) ? next : SubmissionStatus.InIssuance))
        .On(ActivityNames.ReadReview, new ReviewRead(true, TimeSpan.FromDays(3), TimeSpan.FromDays(7)))
        .On(ActivityNames.ConcludeReview, _ => Reviews.TryDequeue(out var next) ? next : new ReviewResult(false))
        .On(ActivityNames.ReadDecision, _ => Decision with { RemindAt = Stage.Now.AddDays(5) })
        .On(ActivityNames.RemindDeciders, new Done(true))
        .On(ActivityNames.RecordDecision, new Done(true))
        .On(ActivityNames.RegisterRefusal, new Done(true))
        .On(ActivityNames.ReserveNumber, new ReservedNumber("s-1", Number, "https://xa.example/public/status/1.jwt", 7))
        .On(ActivityNames.DraftCertificate, _ => Drafts.TryDequeue(out var next) ? next : new DraftResult("draft", LintFailures))
        .On(ActivityNames.RedeemDraft, draft => draft with { IsOvertaken = Overtaken.TryDequeue(out var next) && next })
        .On(ActivityNames.SignCertificate, new Done(true))
        .On(ActivityNames.EnterLog, new Done(true))
        .On(ActivityNames.RecordNoTimeStamp, new Done(true))
        .On(ActivityNames.CountersignCertificate, new Done(true))
        .On(ActivityNames.EnterStatus, new Done(true))
        .On(ActivityNames.PublishCertificate, new Done(true))
        .On(ActivityNames.ListPeers, _ => new Peers(Peers))
        .On(ActivityNames.AskForRecognition, input => Ask(input))
        .On(ActivityNames.RecordNoAnswer, new Done(true));

    internal Func<SeekRecognitionInput, Done> Ask { get; set; } = _ => new Done(true);

    internal Task Begin() => Stage.Begin(WorkflowNames.CertifySystem, Id, Input);

    internal Task<CaseResult> Result() => Stage.Result<CaseResult>(Id);

    public ValueTask DisposeAsync() => Stage.DisposeAsync();
}
