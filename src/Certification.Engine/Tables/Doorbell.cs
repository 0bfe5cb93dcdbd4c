using Azure;
using Azure.Data.Tables;

namespace Certification.Engine.Tables;

/// <summary>How a node that does not lead tells the leader to look at an instance: a row in the partition
/// <c>$doorbell</c>, which the leader polls. What happened is in the instance's own rows; this only says "look".</summary>
internal sealed class Doorbell(TableClient table)
{
    private const string Partition = "$doorbell";

    /// <summary>Asks the leader to look at an instance.</summary>
    public Task Ring(string instanceId, CancellationToken cancellation) =>
        table.UpsertEntityAsync(new TableEntity(Partition, instanceId), TableUpdateMode.Replace, cancellation);

    /// <summary>Hands over every instance rung for, and takes its row away unless it was rung for again meanwhile.</summary>
    public async Task Answer(Action<string> look, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            look(row.RowKey);
            try
            {
                await table.DeleteEntityAsync(Partition, row.RowKey, row.ETag, cancellation);
            }
            catch (RequestFailedException rungAgain) when (rungAgain.Status == 412)
            {
                // The next poll finds the newer ring.
            }
        }
    }
}
