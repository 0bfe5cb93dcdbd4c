using Certification.Domain;
using Certification.Domain.Recognition;
using Certification.Storage.Audit;
using Certification.Storage.Changes;
using Certification.Storage.Lists;
using Certification.Storage.Outbox;
using Certification.Workflows.Activities.Submissions;

namespace Certification.Workflows.Activities.Recognition;

/// <summary>Recognitions as subjects: what we make of other authorities' certificates.</summary>
public sealed class RecognitionFiles(Subjects subjects)
{
    /// <summary>The public list of recognitions, by number.</summary>
    public const string Directory = "recognitions";

    /// <summary>The record as it stands, or null.</summary>
    public Task<Subject<RecognitionRecord>?> Find(string number, CancellationToken cancellation) =>
        subjects.Find<RecognitionRecord>(SubjectIds.Recognition(number), cancellation);

    /// <summary>Writes a record, the first or the next.</summary>
    /// <param name="next">From the record as it stands; null when there is none.</param>
    public Task<Outcome<Changed<RecognitionRecord>>> Change(
        string number, string operationId, AuditEntry entry, Func<RecognitionRecord?, RecognitionRecord> next,
        CancellationToken cancellation) =>
        subjects.Change<RecognitionRecord>(
            SubjectIds.Recognition(number), operationId,
            current =>
            {
                var record = next(current);
                return new Change<RecognitionRecord>(record, [entry], [Listed(record)]);
            },
            cancellation: cancellation);

    private static OutboxMessage Listed(RecognitionRecord record) => IndexChange.Put(
        Directory, SubmissionLists.All, record.Number.Text,
        new RecognitionRow(
            record.Number.Text, record.Issuer, record.Statement.Verdict.Outcome, record.Subject?.Holder, record.Subject?.SystemName,
            record.Subject?.SystemVersion, record.Statement.AsOf));
}

/// <summary>One line of the list of recognitions. Everything in it is public.</summary>
/// <param name="Holder">Null while the certificate's signature has not been verified; so are the system's name and version.</param>
public sealed record RecognitionRow(
    string Number, string Issuer, RecognitionOutcome Verdict, string? Holder, string? System, string? Version, DateTimeOffset AsOf);
