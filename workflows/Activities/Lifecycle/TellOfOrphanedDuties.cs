using Certification.Domain.Accountability;
using Certification.Storage.Audit;
using Certification.Workflows.Activities.Rulebooks;
using Certification.Workflows.Activities.Submissions;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Lifecycle;

/// <summary>Brings duties of a certified system for which nobody answers before the officers, with the day by which somebody must.</summary>
public sealed class TellOfOrphanedDuties(CaseFiles cases, RulebookFiles rulebooks, AuthorityProfile authority, TimeProvider clock)
    : IActivity<RestoreInput, OrphanedDuties>
{
    /// <inheritdoc/>
    public async Task<OrphanedDuties> Run(ActivityContext context, RestoreInput input, CancellationToken cancellation)
    {
        var submission = await cases.Read(input.SubmissionId, cancellation);
        var rulebook = await rulebooks.Judging(submission, cancellation);
        var orphaned = AccountabilityGraph.Of(rulebook, submission).Orphaned();
        var at = clock.GetUtcNow();
        var deadline = at.AddDays(rulebook.Deadlines.OrphanedDutyDays);
        if (orphaned.Count == 0) return new OrphanedDuties([], deadline);

        var text = $"Nobody answers for {string.Join(", ", orphaned)}; a successor accepts by {deadline:yyyy-MM-dd}, or the certificate is restricted.";
        var told = await cases.Change(
            submission.Id, context.OperationId, AuditEntry.Of(authority.Self, at, "duty.orphaned", new { text, orphaned, deadline }),
            current => current, after => [SubmissionLists.Escalated(after, at)], cancellation: cancellation);
        return told.Succeeded ? new OrphanedDuties(orphaned, deadline) : throw new InvalidOperationException(told.Refusal.Message);
    }
}
