using Certification.Domain.Certificates;
using Certification.Domain.Lifecycle;
using Certification.Storage.Audit;
using Certification.Workflows.Activities.Rulebooks;
using Certification.Workflows.Activities.Submissions;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Certificates;

/// <summary>Puts a signed certificate in force: first its status entry, which anybody can look up, then its record, then what is
/// published of that.</summary>
public sealed class EnterStatus(
    CaseFiles cases, CertificateFiles certificates, StatusListPublisher statusLists, StatusRecordPublisher statusRecords, RulebookFiles rulebooks,
    AuthorityProfile authority, TimeProvider clock) : IActivity<DraftInput, Done>
{
    /// <inheritdoc/>
    public async Task<Done> Run(ActivityContext context, DraftInput input, CancellationToken cancellation)
    {
        var record = await certificates.Read(input.Number, cancellation);
        await statusLists.Publish(record.Pointer, record.Status ?? CertificateStatus.Valid, cancellation);

        var at = clock.GetUtcNow();
        var rulebook = await rulebooks.Judging(await cases.Read(record.SubmissionId, cancellation), cancellation);
        var terms = rulebook.ReviewPlanFor(record.Facts!.Tier).SelfDeclaration;
        var changed = await certificates.Change(
            input.Number, context.OperationId,
            AuditEntry.Of(authority.Self, at, "certificate.in-force", new { Certificate = record.CertificateDigest, record.Pointer }),
            current => current.EnterForce(at).DrawForAudit(terms, at),
            cancellation: cancellation);
        if (!changed.Succeeded) throw new InvalidOperationException(changed.Refusal.Message);
        await statusRecords.Publish(changed.Value.State, cancellation);
        return new Done(true);
    }
}
