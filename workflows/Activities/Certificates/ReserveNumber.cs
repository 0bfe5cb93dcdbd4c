using Certification.Domain.Certificates;
using Certification.Domain.Lifecycle;
using Certification.Storage.Audit;
using Certification.Storage.Numbers;
using Certification.Workflows.Activities.Submissions;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Certificates;

/// <summary>Reserves a certificate number and a place in a status list for a decided case, before anything carries them.</summary>
public sealed class ReserveNumber(
    NumberRegister numbers, CaseFiles cases, CertificateFiles certificates, AuthorityProfile authority, TimeProvider clock)
    : IActivity<CaseInput, ReservedNumber>
{
    /// <inheritdoc/>
    public async Task<ReservedNumber> Run(ActivityContext context, CaseInput input, CancellationToken cancellation)
    {
        var at = clock.GetUtcNow();
        var reserved = await numbers.Reserve(input.SubmissionId, at.Year, cancellation);
        var pointer = new StatusPointer(authority.StatusListUri(reserved.StatusList), reserved.StatusIndex);
        var record = new CertificateRecord(CertificateNumber.Parse(reserved.Number), input.SubmissionId, pointer);

        // The two subjects have an audit chain each; both name the other, so either one leads to the whole story.
        var entry = AuditEntry.Of(
            authority.Self, at, "certificate.number-reserved", new { reserved.Number, input.SubmissionId, Status = pointer });
        var entered = await certificates.Enter(record, context.OperationId, entry, cancellation);
        var noted = await cases.Change(
            input.SubmissionId, context.OperationId, entry,
            submission => submission with { CertificateNumber = reserved.Number },
            cancellation: cancellation);
        var refusal = entered.Refusal ?? noted.Refusal;
        return refusal is null
            ? new ReservedNumber(input.SubmissionId, reserved.Number, pointer.List, pointer.Index)
            : throw new InvalidOperationException(refusal.Message);
    }
}
