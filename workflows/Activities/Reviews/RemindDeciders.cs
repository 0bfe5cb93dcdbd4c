using Certification.Domain.Submissions;
using Certification.Storage.Audit;
using Certification.Workflows.Activities.Submissions;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Reviews;

/// <summary>The decision is overdue: says so in the timeline and in the officers' list of escalations.</summary>
public sealed class RemindDeciders(CaseFiles cases, AuthorityProfile authority, TimeProvider clock) : IActivity<CaseInput, Done>
{
    /// <inheritdoc/>
    public async Task<Done> Run(ActivityContext context, CaseInput input, CancellationToken cancellation)
    {
        var at = clock.GetUtcNow();
        var changed = await cases.Change(
            input.SubmissionId, context.OperationId,
            AuditEntry.Of(authority.Self, at, "decision.reminded", new { Step = SubmissionStatus.AwaitingDecision }),
            current => current.Status == SubmissionStatus.AwaitingDecision ? current : current.OutOfStep("remind deciders"),
            after => [SubmissionLists.Escalated(after, at)],
            cancellation: cancellation);
        return new Done(changed.Succeeded);
    }
}
