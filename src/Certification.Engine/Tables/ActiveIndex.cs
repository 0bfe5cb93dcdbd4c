using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace Certification.Engine.Tables;

/// <summary>Which instances may be running, in the partition <c>$active</c>, so that a restart reads nothing of those
/// that have ended.</summary>
internal sealed class ActiveIndex(TableClient table)
{
    private const string Partition = "$active";
    private const int TransactionLimit = 100;

    /// <summary>Adds an instance; adding it again does no harm.</summary>
    public Task Add(string instanceId, CancellationToken cancellation) =>
        table.UpsertEntityAsync(new TableEntity(Partition, instanceId), TableUpdateMode.Replace, cancellation);

    /// <summary>All instances in the index.</summary>
    public async IAsyncEnumerable<string> List([EnumeratorCancellation] CancellationToken cancellation)
    {
        var rows = table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), select: ["RowKey"], cancellationToken: cancellation);
        await foreach (var row in rows) yield return row.RowKey;
    }

    /// <summary>Removes instances, those already gone included.</summary>
    public async Task Remove(IReadOnlyCollection<string> instanceIds, CancellationToken cancellation)
    {
        foreach (var batch in instanceIds.Distinct().Chunk(TransactionLimit))
        {
            try
            {
                await table.SubmitTransactionAsync(
                    batch.Select(id => new TableTransactionAction(
                        TableTransactionActionType.Delete, new TableEntity(Partition, id), ETag.All)),
                    cancellation);
            }
            catch (RequestFailedException absent) when (absent.Status == 404)
            {
                // One that is gone already fails the whole batch: remove them singly, where absence is no error.
                foreach (var id in batch) await table.DeleteEntityAsync(Partition, id, ETag.All, cancellation);
            }
        }
    }
}
