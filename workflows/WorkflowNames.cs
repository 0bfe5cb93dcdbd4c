using Certification.Workflows.Port;

namespace Certification.Workflows;

/// <summary>The durable names of all workflows, the events that they listen to, and the instance ids that they run under.</summary>
public static class WorkflowNames
{
    /// <summary>Submission → intake → validation → review → decision → certificate → recognition.</summary>
    public static readonly WorkflowName<CaseInput, CaseResult> CertifySystem = new("certify-system");

    /// <summary>One round of assessor review, with reminder and escalation.</summary>
    public static readonly WorkflowName<ReviewInput, ReviewResult> ReviewDossier = new("review-dossier");

    /// <summary>Asks one other authority to recognise a certificate of ours and waits for its statement.</summary>
    public static readonly WorkflowName<SeekRecognitionInput, SeekRecognitionResult> SeekRecognition = new("seek-recognition");

    /// <summary>Judges another authority's certificate and keeps the judgement up to date until the certificate ends.</summary>
    public static readonly WorkflowName<RecogniseInput, RecogniseResult> RecogniseCertificate = new("recognise-certificate");

    /// <summary>Watches a certificate of ours until it ends: publishes status changes, starts renewal, expires it.</summary>
    public static readonly WorkflowName<WatchInput, WatchResult> WatchCertificate = new("watch-certificate");

    /// <summary>Runs for ever, once a day: second line for renewals, and fresh signatures on status lists.</summary>
    public static readonly WorkflowName<SweepInput, SweepResult> SweepCertificates = new("sweep-certificates");

    /// <summary>After a party of a certified system has left: a successor, or a restriction.</summary>
    public static readonly WorkflowName<RestoreInput, RestoreResult> RestoreAccountability = new("restore-accountability");

    /// <summary>The applicant handed the submission in again.</summary>
    public static readonly EventName<HandedIn> HandedIn = new("handed-in");

    /// <summary>An assessor was assigned or concluded.</summary>
    public static readonly EventName<ReviewActed> ReviewActed = new("review-acted");

    /// <summary>A decider decided.</summary>
    public static readonly EventName<Decided> Decided = new("decided");

    /// <summary>Somebody's part in the accountability graph changed while the certificate is being issued.</summary>
    public static readonly EventName<PartyAnswered> PartyAnswered = new("party-answered");

    /// <summary>Another authority's recognition statement arrived.</summary>
    public static readonly EventName<StatementArrived> StatementArrived = new("statement-arrived");

    /// <summary>The status of a certificate changed: at its issuer, or told to those who recognise it.</summary>
    public static readonly EventName<StatusChanged> StatusChanged = new("status-changed");

    /// <summary>Instance id of a submission's case.</summary>
    public static string CaseId(string submissionId) => $"case-{submissionId}";

    /// <summary>Instance id of one review round.</summary>
    public static string ReviewId(string submissionId, int round) => $"review-{submissionId}-{round}";

    /// <summary>Instance id of asking one authority about one certificate.</summary>
    public static string SeekId(string number, string authority) => $"seek-{number}-{authority}";

    /// <summary>Instance id of recognising another authority's certificate.</summary>
    public static string RecogniseId(string number) => $"recognise-{number}";

    /// <summary>Instance id of watching a certificate of ours.</summary>
    public static string WatchId(string number) => $"watch-{number}";

    /// <summary>Instance id of following one departure.</summary>
    /// <param name="answer">How many answers of parties the case had with it.</param>
    public static string RestoreId(string submissionId, int answer) => $"duties-{submissionId}-{answer}";

    /// <summary>Instance id of the daily sweep.</summary>
    public const string SweepId = "sweep";
}
