using Certification.Domain.Reviews;
using Certification.Storage.Audit;
using Certification.Workflows.Activities.Rulebooks;
using Certification.Workflows.Activities.Submissions;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Reviews;

/// <summary>Says of a declared case what the rulebook says: certified on the declaration, back to the applicant, or on to an
/// assessor. The entry in its chain names the clause that decided.</summary>
public sealed class DecideByDeclaration(CaseFiles cases, RulebookFiles rulebooks, AuthorityProfile authority, TimeProvider clock)
    : IActivity<CaseInput, DeclarationResult>
{
    /// <inheritdoc/>
    public async Task<DeclarationResult> Run(ActivityContext context, CaseInput input, CancellationToken cancellation)
    {
        var submission = await cases.Read(input.SubmissionId, cancellation);
        var rules = await rulebooks.Judging(submission, cancellation);
        var at = clock.GetUtcNow();
        var clause = rules.ReviewPlanFor(submission.Classification!.Tier).Clause;
        var changed = await cases.Change(
            input.SubmissionId, context.OperationId,
            AuditEntry.Of(authority.Self, at, "declaration.decided", new { Clause = clause, Findings = submission.Findings.Select(finding => finding.Code) }),
            current => current.DecideByDeclaration(rules, authority.Self, at, at.AddDays(rules.Deadlines.MoreEvidenceDays)),
            cancellation: cancellation);
        return changed.Succeeded
            ? new DeclarationResult(changed.Value.State.Status)
            : throw new InvalidOperationException(changed.Refusal.Message);
    }
}
