using Certification.Workflows.Port;

namespace Certification.Workflows;

/// <summary>The durable names of all activities, in the order of the stages.</summary>
public static class ActivityNames
{
    // Intake
    public static readonly ActivityName<CaseInput, IntakeResult> CheckIntake = new("check-intake");
    public static readonly ActivityName<CaseInput, Done> LapseSubmission = new("lapse-submission");

    // Evidence
    public static readonly ActivityName<EvidenceItemInput, EvidenceItemResult> ValidateEvidenceItem = new("validate-evidence-item");
    public static readonly ActivityName<ValidationInput, ValidationResult> ConcludeValidation = new("conclude-validation");

    // Reviews
    public static readonly ActivityName<CaseInput, DeclarationResult> DecideByDeclaration = new("decide-by-declaration");
    public static readonly ActivityName<CaseInput, ReviewRead> ReadReview = new("read-review");
    public static readonly ActivityName<ReviewInput, Done> RemindAssessors = new("remind-assessors");
    public static readonly ActivityName<ReviewInput, Done> EscalateReview = new("escalate-review");
    public static readonly ActivityName<CaseInput, ReviewResult> ConcludeReview = new("conclude-review");
    public static readonly ActivityName<CaseInput, DecisionResultRead> ReadDecision = new("read-decision");
    public static readonly ActivityName<CaseInput, Done> RemindDeciders = new("remind-deciders");
    public static readonly ActivityName<CaseInput, Done> RecordDecision = new("record-decision");
    public static readonly ActivityName<CaseInput, Done> RegisterRefusal = new("register-refusal");

    // Certificates
    public static readonly ActivityName<CaseInput, ReservedNumber> ReserveNumber = new("reserve-number");
    public static readonly ActivityName<ReservedNumber, DraftResult> DraftCertificate = new("draft-certificate");
    public static readonly ActivityName<DraftInput, DraftInput> RedeemDraft = new("redeem-draft");
    public static readonly ActivityName<DraftInput, Done> SignCertificate = new("sign-certificate");
    public static readonly ActivityName<DraftInput, Done> EnterLog = new("enter-log");
    public static readonly ActivityName<DraftInput, Done> StampCertificate = new("stamp-certificate");
    public static readonly ActivityName<NoTimeStamp, Done> RecordNoTimeStamp = new("record-no-time-stamp");
    public static readonly ActivityName<DraftInput, Done> CountersignCertificate = new("countersign-certificate");
    public static readonly ActivityName<DraftInput, Done> EnterStatus = new("enter-status");
    public static readonly ActivityName<DraftInput, Done> PublishCertificate = new("publish-certificate");

    // Recognition
    public static readonly ActivityName<CaseInput, Peers> ListPeers = new("list-peers");
    public static readonly ActivityName<SeekRecognitionInput, Done> AskForRecognition = new("ask-for-recognition");
    public static readonly ActivityName<SeekRecognitionInput, Done> RecordNoAnswer = new("record-no-answer");
    public static readonly ActivityName<JudgeInput, Judged> JudgeCertificate = new("judge-certificate");
    public static readonly ActivityName<RecogniseInput, Done> SendStatement = new("send-statement");

    // Lifecycle
    public static readonly ActivityName<WatchInput, WatchedCertificate> PublishStatus = new("publish-status");
    public static readonly ActivityName<TellPeersInput, Done> TellPeersOfStatus = new("tell-peers-of-status");
    public static readonly ActivityName<RenewalInput, Done> OpenRenewal = new("open-renewal");
    public static readonly ActivityName<WatchInput, Done> ExpireCertificate = new("expire-certificate");
    public static readonly ActivityName<RestoreInput, OrphanedDuties> TellOfOrphanedDuties = new("tell-of-orphaned-duties");
    public static readonly ActivityName<RestoreInput, Done> RestrictOrphaned = new("restrict-orphaned");
    public static readonly ActivityName<SweepInput, Done> RefreshStatusLists = new("refresh-status-lists");
    public static readonly ActivityName<SweepInput, Done> DeleteAbandonedUploads = new("delete-abandoned-uploads");
    public static readonly ActivityName<DueInput, DueCertificates> FindDueCertificates = new("find-due-certificates");
}
