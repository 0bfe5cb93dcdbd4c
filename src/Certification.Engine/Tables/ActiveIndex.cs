using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;

namespace Certification.Engine.Tables;

/// <summary>Which instances may be running, so that a restart reads nothing of those that have ended. Spread over the
/// partitions <c>$active-00</c> to <c>$active-3f</c> by a digest of the id: every start and every end writes here, and one
/// partition takes some two thousand rows a second on Azure, and slows down with its size on Azurite.</summary>
internal sealed class ActiveIndex(TableClient table)
{
    private const string First = "$active-";
    private const string End = "$active.";
    private const int Partitions = 64;
    private const int TransactionLimit = 100;

    /// <summary>Adds an instance; adding it again does no harm.</summary>
    public Task Add(string instanceId, CancellationToken cancellation) =>
        table.UpsertEntityAsync(new TableEntity(PartitionOf(instanceId), instanceId), TableUpdateMode.Replace, cancellation);

    /// <summary>All instances in the index.</summary>
    public async IAsyncEnumerable<string> List([EnumeratorCancellation] CancellationToken cancellation)
    {
        var rows = table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey ge {First} and PartitionKey lt {End}"), select: ["RowKey"], cancellationToken: cancellation);
        await foreach (var row in rows) yield return row.RowKey;
    }

    /// <summary>Removes instances, those already gone included.</summary>
    public async Task Remove(IReadOnlyCollection<string> instanceIds, CancellationToken cancellation)
    {
        foreach (var partition in instanceIds.Distinct().GroupBy(PartitionOf))
        {
            foreach (var batch in partition.Chunk(TransactionLimit)) await Remove(partition.Key, batch, cancellation);
        }
    }

    private async Task Remove(string partition, string[] batch, CancellationToken cancellation)
    {
        try
        {
            await table.SubmitTransactionAsync(
                batch.Select(id => new TableTransactionAction(
                    TableTransactionActionType.Delete, new TableEntity(partition, id), ETag.All)),
                cancellation);
        }
        catch (RequestFailedException absent) when (absent.Status == 404)
        {
            // One that is gone already fails the whole batch: remove them singly, where absence is no error.
            foreach (var id in batch) await table.DeleteEntityAsync(partition, id, ETag.All, cancellation);
        }
    }

    private static string PartitionOf(string instanceId) => string.Create(
        CultureInfo.InvariantCulture, $"{First}{SHA256.HashData(Encoding.UTF8.GetBytes(instanceId))[0] % Partitions:x2}");
}
