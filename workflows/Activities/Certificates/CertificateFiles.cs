using Certification.Domain;
using Certification.Domain.Lifecycle;
using Certification.Storage.Audit;
using Certification.Storage.Changes;
using Certification.Storage.Outbox;

namespace Certification.Workflows.Activities.Certificates;

/// <summary>Certificates of ours as subjects: every change of one goes through here, so that audit entry, directory and
/// workflow messages are written with it.</summary>
public sealed class CertificateFiles(Subjects subjects)
{
    /// <summary>The record as it stands, or null.</summary>
    public Task<Subject<CertificateRecord>?> Find(string number, CancellationToken cancellation) =>
        subjects.Find<CertificateRecord>(SubjectIds.Certificate(number), cancellation);

    /// <summary>The record of a number that has been reserved.</summary>
    /// <exception cref="InvalidOperationException">It has not.</exception>
    public async Task<CertificateRecord> Read(string number, CancellationToken cancellation) =>
        (await Find(number, cancellation))?.State
        ?? throw new InvalidOperationException($"Number {number} has not been reserved.");

    /// <summary>Enters a reserved number.</summary>
    public Task<Outcome<Changed<CertificateRecord>>> Enter(
        CertificateRecord record, string operationId, AuditEntry entry, CancellationToken cancellation) =>
        subjects.Change<CertificateRecord>(
            SubjectIds.Certificate(record.Number.Text), operationId,
            current => new Change<CertificateRecord>(current ?? record, [entry], []),
            cancellation: cancellation);

    /// <summary>Changes a record once; see <see cref="Subjects.Change"/> for what is promised.</summary>
    /// <param name="messages">What the change sets off, from the record that it leads to.</param>
    public Task<Outcome<Changed<CertificateRecord>>> Change(
        string number, string operationId, AuditEntry entry, Func<CertificateRecord, Outcome<CertificateRecord>> next,
        Func<CertificateRecord, IReadOnlyList<OutboxMessage>>? messages = null, string? ifMatch = null,
        Sha256Digest? requestDigest = null, CancellationToken cancellation = default) =>
        subjects.Change<CertificateRecord>(
            SubjectIds.Certificate(number), operationId,
            current =>
            {
                if (current is null) return NotFound(number);
                var changed = next(current);
                return changed.Succeeded
                    ? new Change<CertificateRecord>(
                        changed.Value, [entry], [.. CertificateLists.Messages(changed.Value), .. messages?.Invoke(changed.Value) ?? []])
                    : changed.Refusal;
            },
            ifMatch, requestDigest, cancellation);

    /// <summary>The refusal for a number that is not a certificate of ours.</summary>
    public static Refusal NotFound(string number) => new(
        RefusalKind.NotFound, "certificate.not-found", $"There is no certificate '{number}' here.",
        "GET /v1/certificates lists the certificates of this authority; the first letters of a number name its issuer.");
}
