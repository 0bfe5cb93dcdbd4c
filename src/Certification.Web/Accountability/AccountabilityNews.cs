using Certification.Domain.Submissions;
using Certification.Storage.Outbox;
using Certification.Workflows;
using Certification.Workflows.Outbox;

namespace Certification.Web.Accountability;

/// <summary>Whom a change of the accountability graph concerns.</summary>
internal static class AccountabilityNews
{
    /// <summary>A case whose certificate waits to be signed looks again.</summary>
    public static IEnumerable<OutboxMessage> Of(Submission after, string party, string operationId) => after.Status switch
    {
        SubmissionStatus.InIssuance =>
            [WorkflowOutbox.Raise(WorkflowNames.CaseId(after.Id), WorkflowNames.PartyAnswered, operationId, new PartyAnswered(party))],
        _ => [],
    };
}
