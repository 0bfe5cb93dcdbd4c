using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Domain.Lifecycle;
using Certification.Domain.Submissions;
using Certification.Storage.Audit;
using Certification.Storage.Blobs;
using Certification.Workflows.Activities.Certificates;
using Certification.Workflows.Activities.Submissions;
using Certification.Workflows.Outbox;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Lifecycle;

/// <summary>Starts re-certification by itself: a submission that carries over the evidence of the last dossier, handed in
/// already. Intake then says which of it has become stale. Timer and sweep may both come; they open one and the same.</summary>
public sealed class OpenRenewal(
    CaseFiles cases, CertificateFiles certificates, EvidenceBlobs evidence, AuthorityProfile authority, TimeProvider clock)
    : IActivity<RenewalInput, Done>
{
    /// <inheritdoc/>
    public async Task<Done> Run(ActivityContext context, RenewalInput input, CancellationToken cancellation)
    {
        var record = await certificates.Read(input.Number, cancellation);
        if (record.HasEnded || record.RenewalSubmission is not null) return new Done(false);

        var previous = await cases.Read(record.SubmissionId, cancellation);
        var at = clock.GetUtcNow();
        var renewal = Renewal.Open(previous, record.Number, at);
        await CarryOver(previous.Id, renewal, cancellation);

        var entry = AuditEntry.Of(
            authority.Self, at, "renewal.opened", new { input.Number, Submission = renewal.Id, input.Because });
        var opened = await cases.Open(
            renewal, $"open-{renewal.Id}", entry, requestDigest: null,
            [WorkflowOutbox.Start(WorkflowNames.CertifySystem, WorkflowNames.CaseId(renewal.Id), new CaseInput(renewal.Id))],
            cancellation);
        var noted = await certificates.Change(
            input.Number, context.OperationId, entry,
            current => current with { RenewalSubmission = renewal.Id },
            cancellation: cancellation);
        var refusal = opened.Refusal ?? noted.Refusal;
        return refusal is null ? new Done(true) : throw new InvalidOperationException(refusal.Message);
    }

    // Each submission holds its own copies, so that neither depends on what becomes of the other.
    private async Task CarryOver(string from, Submission renewal, CancellationToken cancellation)
    {
        foreach (var item in renewal.Evidence)
        {
            await evidence.CopySealed(from, renewal.Id, item.Digest, cancellation);
        }
    }
}
