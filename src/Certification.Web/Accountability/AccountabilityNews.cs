using Certification.Domain.Accountability;
using Certification.Domain.Submissions;
using Certification.Storage.Outbox;
using Certification.Workflows;
using Certification.Workflows.Outbox;

namespace Certification.Web.Accountability;

/// <summary>Whom a change of the accountability graph concerns.</summary>
internal static class AccountabilityNews
{
    /// <summary>A case whose certificate waits to be signed looks again; one that has been committed to its certificate is followed
    /// until somebody answers for what the party leaves behind.</summary>
    public static IEnumerable<OutboxMessage> Of(Submission after, string party, string operationId) => after switch
    {
        { CommittedDraft: not null, PartyAnswers: [.., { Kind: PartyAnswerKind.Left } left] } when left.Party == party =>
            [WorkflowOutbox.Start(
                WorkflowNames.RestoreAccountability, WorkflowNames.RestoreId(after.Id, after.PartyAnswers.Count), new RestoreInput(after.Id))],
        { Status: SubmissionStatus.InIssuance } =>
            [WorkflowOutbox.Raise(WorkflowNames.CaseId(after.Id), WorkflowNames.PartyAnswered, operationId, new PartyAnswered(party))],
        _ => [],
    };
}
