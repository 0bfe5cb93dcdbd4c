using System.Text.Json;
using Certification.Functions.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Certification.Functions.Triggers;

/// <summary>One function an activity, named as the activity is in histories.</summary>
public sealed class ActivityFunctions(DurableWorkflows workflows)
{
    // Intake
    [Function("check-intake")]
    public Task<JsonElement> CheckIntake([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("check-intake", call, client, stop);

    [Function("lapse-submission")]
    public Task<JsonElement> LapseSubmission([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("lapse-submission", call, client, stop);

    // Evidence
    [Function("validate-evidence-item")]
    public Task<JsonElement> ValidateEvidenceItem([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("validate-evidence-item", call, client, stop);

    [Function("conclude-validation")]
    public Task<JsonElement> ConcludeValidation([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("conclude-validation", call, client, stop);

    // Reviews
    [Function("decide-by-declaration")]
    public Task<JsonElement> DecideByDeclaration([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("decide-by-declaration", call, client, stop);

    [Function("read-review")]
    public Task<JsonElement> ReadReview([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("read-review", call, client, stop);

    [Function("remind-assessors")]
    public Task<JsonElement> RemindAssessors([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("remind-assessors", call, client, stop);

    [Function("escalate-review")]
    public Task<JsonElement> EscalateReview([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("escalate-review", call, client, stop);

    [Function("conclude-review")]
    public Task<JsonElement> ConcludeReview([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("conclude-review", call, client, stop);

    [Function("read-decision")]
    public Task<JsonElement> ReadDecision([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("read-decision", call, client, stop);

    [Function("remind-deciders")]
    public Task<JsonElement> RemindDeciders([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("remind-deciders", call, client, stop);

    [Function("record-decision")]
    public Task<JsonElement> RecordDecision([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("record-decision", call, client, stop);

    [Function("register-refusal")]
    public Task<JsonElement> RegisterRefusal([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("register-refusal", call, client, stop);

    // Certificates
    [Function("reserve-number")]
    public Task<JsonElement> ReserveNumber([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("reserve-number", call, client, stop);

    [Function("draft-certificate")]
    public Task<JsonElement> DraftCertificate([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("draft-certificate", call, client, stop);

    [Function("redeem-draft")]
    public Task<JsonElement> RedeemDraft([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("redeem-draft", call, client, stop);

    [Function("sign-certificate")]
    public Task<JsonElement> SignCertificate([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("sign-certificate", call, client, stop);

    [Function("enter-log")]
    public Task<JsonElement> EnterLog([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("enter-log", call, client, stop);

    [Function("stamp-certificate")]
    public Task<JsonElement> StampCertificate([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("stamp-certificate", call, client, stop);

    [Function("record-no-time-stamp")]
    public Task<JsonElement> RecordNoTimeStamp([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("record-no-time-stamp", call, client, stop);

    [Function("countersign-certificate")]
    public Task<JsonElement> CountersignCertificate([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("countersign-certificate", call, client, stop);

    [Function("enter-status")]
    public Task<JsonElement> EnterStatus([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("enter-status", call, client, stop);

    [Function("publish-certificate")]
    public Task<JsonElement> PublishCertificate([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("publish-certificate", call, client, stop);

    // Recognition
    [Function("list-peers")]
    public Task<JsonElement> ListPeers([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("list-peers", call, client, stop);

    [Function("ask-for-recognition")]
    public Task<JsonElement> AskForRecognition([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("ask-for-recognition", call, client, stop);

    [Function("record-no-answer")]
    public Task<JsonElement> RecordNoAnswer([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("record-no-answer", call, client, stop);

    [Function("judge-certificate")]
    public Task<JsonElement> JudgeCertificate([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("judge-certificate", call, client, stop);

    [Function("send-statement")]
    public Task<JsonElement> SendStatement([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("send-statement", call, client, stop);

    // Lifecycle
    [Function("publish-status")]
    public Task<JsonElement> PublishStatus([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("publish-status", call, client, stop);

    [Function("tell-peers-of-status")]
    public Task<JsonElement> TellPeersOfStatus([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("tell-peers-of-status", call, client, stop);

    [Function("open-renewal")]
    public Task<JsonElement> OpenRenewal([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("open-renewal", call, client, stop);

    [Function("expire-certificate")]
    public Task<JsonElement> ExpireCertificate([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("expire-certificate", call, client, stop);

    [Function("tell-of-orphaned-duties")]
    public Task<JsonElement> TellOfOrphanedDuties([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("tell-of-orphaned-duties", call, client, stop);

    [Function("restrict-orphaned")]
    public Task<JsonElement> RestrictOrphaned([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("restrict-orphaned", call, client, stop);

    [Function("refresh-status-lists")]
    public Task<JsonElement> RefreshStatusLists([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("refresh-status-lists", call, client, stop);

    [Function("delete-abandoned-uploads")]
    public Task<JsonElement> DeleteAbandonedUploads([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("delete-abandoned-uploads", call, client, stop);

    [Function("find-due-certificates")]
    public Task<JsonElement> FindDueCertificates([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("find-due-certificates", call, client, stop);
}
