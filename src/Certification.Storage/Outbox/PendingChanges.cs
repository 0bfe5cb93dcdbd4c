using Azure;
using Azure.Data.Tables;
using Certification.Storage.Rows;

namespace Certification.Storage.Outbox;

/// <summary>A note, made before a change is written, that the change may leave messages behind. A crash at any later
/// point therefore leaves a note by which the messages are found, without looking through all subjects.</summary>
internal sealed class PendingChanges(AuthorityStorage storage)
{
    private const string Partition = "pending";
    private readonly TableClient _table = storage.Table(StorageNames.PendingTable);

    /// <summary>Makes the note; making it again changes nothing.</summary>
    internal async Task Note(string subjectId, string operationId, CancellationToken cancellation)
    {
        var row = new TableEntity(Partition, Key(subjectId, operationId))
        {
            ["SubjectId"] = subjectId,
            ["OperationId"] = operationId,
        };
        await _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    /// <summary>Removes the note; one that is gone already is no error.</summary>
    internal Task Clear(string subjectId, string operationId, CancellationToken cancellation) =>
        _table.DeleteEntityAsync(Partition, Key(subjectId, operationId), ETag.All, cancellation);

    /// <summary>All notes. Their number is that of the changes under way or cut off, not that of all subjects.</summary>
    internal async IAsyncEnumerable<PendingChange> All(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            yield return new PendingChange(
                row.GetString("SubjectId"), row.GetString("OperationId"), row.Timestamp!.Value);
        }
    }

    private static string Key(string subjectId, string operationId) =>
        $"{RowKeys.Escape(subjectId)}~{RowKeys.Escape(operationId)}";
}

/// <param name="NotedAt">The storage service's clock.</param>
internal sealed record PendingChange(string SubjectId, string OperationId, DateTimeOffset NotedAt);
