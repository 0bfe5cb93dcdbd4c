using System.Text;
using Azure.Data.Tables;
using Certification.Domain;
using Certification.Storage.Audit;
using Certification.Storage.Rows;

namespace Certification.Storage.Changes;

/// <summary>One call's attempt to change a subject, and the transaction it writes.</summary>
/// <param name="WriteId">New in every call, so that a call tells its own lost reply from somebody else's earlier write.</param>
internal sealed record SubjectWrite(
    string SubjectId, string OperationId, Sha256Digest? RequestDigest, string WriteId)
{
    private const int MaxRows = 100;

    internal string Partition { get; } = RowKeys.Escape(SubjectId);

    /// <summary>The rows of the change on top of what was read, and the state row that they leave.</summary>
    /// <exception cref="ArgumentException">No audit entry, or more rows than one transaction takes.</exception>
    internal (StateRow Next, IReadOnlyList<TableTransactionAction> Actions) Compose<TState>(
        StateRow? current, Change<TState> change)
        where TState : class
    {
        if (change.Audit.Count == 0 || change.Audit.Count + change.Outbox.Count + 2 > MaxRows)
        {
            throw new ArgumentException(
                $"A change of {SubjectId} has {change.Audit.Count} audit entries and {change.Outbox.Count} messages; "
                + $"at least one entry is needed, and at most {MaxRows - 2} of both fit into one transaction.", nameof(change));
        }

        var audit = Chain(current, change.Audit);
        var sent = current?.OutboxCount ?? 0;
        var next = new StateRow(
            Encoding.UTF8.GetString(DomainJson.Bytes(change.State)),
            (current?.Revision ?? 0) + 1,
            audit[^1].Number,
            audit[^1].Hash,
            sent + change.Outbox.Count,
            default);
        var operation = new OperationRow(RequestDigest, change.ResultJson, WriteId);

        List<TableTransactionAction> actions =
        [
            current is null
                ? new(TableTransactionActionType.Add, SubjectRows.State(Partition, next))
                : new(TableTransactionActionType.UpdateReplace, SubjectRows.State(Partition, next), current.Tag),
            new(TableTransactionActionType.Add, SubjectRows.Operation(Partition, OperationId, operation)),
            .. audit.Select(record => new TableTransactionAction(
                TableTransactionActionType.Add, SubjectRows.Audit(Partition, record))),
            .. change.Outbox.Select((message, index) => new TableTransactionAction(
                TableTransactionActionType.Add, SubjectRows.Message(Partition, sent + index + 1, message))),
        ];
        return (next, actions);
    }

    private List<AuditRecord> Chain(StateRow? current, IReadOnlyList<AuditEntry> entries)
    {
        var (number, previous) = (current?.AuditCount ?? 0, current?.AuditHead ?? AuditRecord.Genesis);
        var records = new List<AuditRecord>(entries.Count);
        foreach (var entry in entries)
        {
            var record = AuditRecord.Next(SubjectId, ++number, entry, OperationId, previous);
            records.Add(record);
            previous = record.Hash;
        }

        return records;
    }
}
