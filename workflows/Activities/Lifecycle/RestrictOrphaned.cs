using Certification.Domain.Accountability;
using Certification.Domain.Certificates;
using Certification.Storage.Audit;
using Certification.Storage.Lists;
using Certification.Workflows.Activities.Certificates;
using Certification.Workflows.Activities.Rulebooks;
using Certification.Workflows.Activities.Submissions;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Lifecycle;

/// <summary>Restricts a certificate of which a duty is still nobody's; where somebody has accepted meanwhile, takes the case from
/// the officers' list again.</summary>
public sealed class RestrictOrphaned(
    CaseFiles cases, CertificateFiles certificates, RulebookFiles rulebooks, AuthorityProfile authority, TimeProvider clock)
    : IActivity<RestoreInput, Done>
{
    /// <inheritdoc/>
    public async Task<Done> Run(ActivityContext context, RestoreInput input, CancellationToken cancellation)
    {
        var submission = await cases.Read(input.SubmissionId, cancellation);
        var rulebook = await rulebooks.Judging(submission, cancellation);
        var orphaned = AccountabilityGraph.Of(rulebook, submission).Orphaned();
        var at = clock.GetUtcNow();
        if (orphaned.Count == 0)
        {
            await cases.Change(
                submission.Id, context.OperationId, AuditEntry.Of(authority.Self, at, "duty.answered", new { text = "Somebody answers for every duty again." }),
                current => current, _ => [IndexChange.Remove(SubmissionLists.Escalations, SubmissionLists.All, submission.Id)],
                cancellation: cancellation);
            return new Done(false);
        }

        var reason = $"Nobody has answered for {string.Join(", ", orphaned)} since a party left.";
        var restricted = await certificates.Change(
            submission.CertificateNumber!, context.OperationId, AuditEntry.Of(authority.Self, at, "certificate.restricted", new { reason, orphaned }),
            record => record.Move(StatusMove.Restrict, reason, at, StatusReasons.DutyUnowned),
            record => [StatusEvents.Changed(record, context.OperationId)],
            cancellation: cancellation);

        // Suspended, withdrawn or ended meanwhile: it is no longer in force as it was, which is more than a restriction.
        return new Done(restricted.Succeeded);
    }
}
