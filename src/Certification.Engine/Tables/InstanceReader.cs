using Azure.Data.Tables;
using Certification.Engine.Records;
using Certification.Engine.Replay;
using Certification.Storage.Inbox;

namespace Certification.Engine.Tables;

/// <summary>Reads an instance with its present run's history and its inbox: a point read and one query.</summary>
internal sealed class InstanceReader(TableClient table, PayloadStore payloads)
{
    /// <summary>Null when there is no such instance.</summary>
    public async Task<LoadedInstance?> Load(string instanceId, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(instanceId, InstanceEntity.Key, null, cancellation);
        if (!row.HasValue) return null;
        var record = await InstanceEntity.Read(row.Value!, payloads, cancellation);
        var history = new List<HistoryEntry>();
        var inbox = new List<InboxRow>();
        var inboxRows = TableClient.CreateQueryFilter($"RowKey ge {InboxRow.Key(1)} and RowKey lt {InboxRow.KeysEnd}");
        var historyRows = TableClient.CreateQueryFilter(
            $"RowKey ge {InstanceEntity.HistoryKey(record.HistoryFrom)} and RowKey le {InstanceEntity.HistoryKey(record.LastSequence)}");
        var filter = $"{TableClient.CreateQueryFilter($"PartitionKey eq {instanceId}")} and (({inboxRows}) or ({historyRows}))";
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (entity.RowKey.StartsWith('h')) history.Add(await HistoryEntity.Read(entity, payloads, cancellation));
            else inbox.Add(InboxRow.FromEntity(entity));
        }

        return new LoadedInstance(record, history, await Resolve(record, history, inbox, cancellation));
    }

    /// <summary>Fetches large payloads of those events only that the run has received or will receive.</summary>
    private async Task<IReadOnlyList<InboxRow>> Resolve(
        InstanceRecord record, List<HistoryEntry> history, List<InboxRow> inbox, CancellationToken cancellation)
    {
        var needed = history.Where(entry => entry.Kind == HistoryKind.EventReceived).Select(entry => entry.Call)
            .Concat(record.Carried).ToHashSet();
        return await Task.WhenAll(inbox.Select(async row =>
            row.Position > record.InboxRead || needed.Contains(row.Position)
                ? row with { Payload = await payloads.Unpack(row.Payload, cancellation) }
                : row));
    }
}
