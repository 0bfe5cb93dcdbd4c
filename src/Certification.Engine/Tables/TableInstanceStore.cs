using Azure;
using Azure.Data.Tables;
using Certification.Engine.Records;
using Certification.Storage.Inbox;

namespace Certification.Engine.Tables;

/// <summary>Instances in one Azure table: partition = instance id, rows <c>instance</c>, <c>h-n</c> (history) and
/// <c>e-n</c> (inbox). The partitions <c>$active-…</c> and <c>$doorbell</c> cannot be instance ids.</summary>
internal sealed class TableInstanceStore(TableClient table, PayloadStore payloads) : IInstanceStore
{
    private readonly EventInbox _inbox = new(table, payloads);
    private readonly ActiveIndex _active = new(table);

    /// <inheritdoc/>
    public async Task<InstanceRecord?> Create(InstanceRecord first, CancellationToken cancellation)
    {
        // Index first: an entry without an instance is swept away later, an instance without an entry would be lost
        // at the next restart.
        await _active.Add(first.Id, cancellation);
        var writeId = Guid.NewGuid().ToString("N");
        TableTransactionAction[] actions =
        [
            new(TableTransactionActionType.Add, await InstanceEntity.ForCreate(first, writeId, payloads, cancellation)),
            new(TableTransactionActionType.Add, InboxRow.Opening().ToEntity(first.Id)),
        ];
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return first with { Tag = await Submit(actions, cancellation) };
            }
            catch (RequestFailedException failure)
            {
                var row = await FindRow(first.Id, cancellation);
                if (row is not null)
                    return InstanceEntity.WriteId(row) == writeId ? first with { Tag = row.ETag.ToString() } : null;
                await StorageRetry.Pause(failure, attempt, cancellation);
            }
        }
    }

    /// <inheritdoc/>
    public async Task<InstanceRecord?> Find(string instanceId, CancellationToken cancellation) =>
        await FindRow(instanceId, cancellation) is { } row ? await InstanceEntity.Read(row, payloads, cancellation) : null;

    /// <inheritdoc/>
    public Task<LoadedInstance?> Load(string instanceId, CancellationToken cancellation) =>
        new InstanceReader(table, payloads).Load(instanceId, cancellation);

    /// <inheritdoc/>
    public async Task<InstanceRecord> Commit(Step step, ILeadership leadership, CancellationToken cancellation)
    {
        var writeId = Guid.NewGuid().ToString("N");
        var actions = await new StepTransaction(payloads).Actions(step, writeId, leadership.Epoch, cancellation);
        for (var attempt = 1; ; attempt++)
        {
            leadership.Demand();
            try
            {
                return step.After with { Tag = await Submit(actions, cancellation) };
            }
            catch (RequestFailedException failure)
            {
                // The reply may have been lost after the commit, and the retry refused: the row tells whose write it is.
                var row = await FindRow(step.Before.Id, cancellation);
                if (row is not null && InstanceEntity.WriteId(row) == writeId) return step.After with { Tag = row.ETag.ToString() };
                if (row is null || row.ETag.ToString() != step.Before.Tag) throw new StaleInstanceException(step.Before.Id);
                if (failure.Status == 409 && step.CloseInboxAt is not null) throw new InboxMovedException(step.Before.Id);
                await StorageRetry.Pause(failure, attempt, cancellation);
            }
        }
    }

    /// <inheritdoc/>
    public Task<AppendResult> Append(string instanceId, InboxEvent message, int? knownTail, CancellationToken cancellation) =>
        _inbox.Append(instanceId, message, knownTail, cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<InboxRow>> ReadInbox(string instanceId, int from, CancellationToken cancellation)
    {
        var rows = await _inbox.Read(instanceId, from, cancellation);
        return await Task.WhenAll(rows.Select(async row =>
            row with { Payload = await payloads.Unpack(row.Payload, cancellation) }));
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<string> ListActive(CancellationToken cancellation) => _active.List(cancellation);

    /// <inheritdoc/>
    public Task Retire(IReadOnlyCollection<string> instanceIds, CancellationToken cancellation) =>
        _active.Remove(instanceIds, cancellation);

    /// <summary>Submits a transaction whose first action is on the instance's row; returns that row's new tag.</summary>
    private async Task<string> Submit(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellation)
    {
        var response = await table.SubmitTransactionAsync(actions, cancellation);
        return response.Value[0].Headers.ETag?.ToString()
            ?? throw new InvalidDataException("Storage answered a transaction without the row's ETag.");
    }

    private async Task<TableEntity?> FindRow(string instanceId, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(instanceId, InstanceEntity.Key, null, cancellation);
        return row.HasValue ? row.Value : null;
    }
}
