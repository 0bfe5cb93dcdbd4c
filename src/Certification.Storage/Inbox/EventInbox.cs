using Azure;
using Azure.Data.Tables;
using Certification.Storage.Telemetry;

namespace Certification.Storage.Inbox;

/// <summary>
/// The events sent to workflow instances: one partition an instance, one row an event, numbered without gaps. An append
/// is an insert at the next free position, so that a reply means "recorded" and costs one call. Closing is an insert too:
/// it takes the position after the last event read, so it fails when an event came in between, and every later append
/// runs into it. Nothing is ever removed or changed.
/// </summary>
public sealed class EventInbox(TableClient table, PayloadStore payloads)
{
    private const int Attempts = 6;

    private readonly TailCache _tails = new();

    /// <summary>Makes an inbox exist, for engines whose start transaction does not carry the opening row.</summary>
    public Task Open(string instanceId, CancellationToken cancellation = default) =>
        table.UpsertEntityAsync(InboxRow.Opening().ToEntity(instanceId), TableUpdateMode.Merge, cancellation);

    /// <summary>Records an event. When this returns <see cref="AppendOutcome.Recorded"/>, it survives a crash.</summary>
    /// <param name="knownTail">A position that the caller knows to be taken, if it knows one: saves a read. It may be
    /// behind, never ahead.</param>
    /// <exception cref="RequestFailedException">Storage did not answer; the event may or may not be recorded, and sending
    /// it again with the same id is safe.</exception>
    public async Task<AppendResult> Append(
        string instanceId, InboxEvent message, int? knownTail = null, CancellationToken cancellation = default)
    {
        var result = await Insert(instanceId, message, knownTail, cancellation);
        StorageTelemetry.CountEvent(message.Name, result.Outcome);
        return result;
    }

    /// <summary>The rows from a position on, in order; payloads may be references.</summary>
    public async Task<IReadOnlyList<InboxRow>> Read(string instanceId, int from, CancellationToken cancellation = default)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {instanceId} and RowKey ge {InboxRow.Key(from)} and RowKey lt {InboxRow.KeysEnd}");
        var rows = new List<InboxRow>();
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            rows.Add(InboxRow.FromEntity(entity));
        return rows;
    }

    /// <summary>Closes the inbox at a position: true if every row before it was the last one, false if an event stands
    /// there, which the caller has not read yet.</summary>
    public async Task<bool> Close(string instanceId, int position, CancellationToken cancellation = default)
    {
        var row = InboxRow.Closing(position, Guid.NewGuid().ToString("N"));
        for (var attempt = 1; ; attempt++)
        {
            var failure = await TryInsert(instanceId, row, cancellation);
            if (failure is null) return true;
            var taken = await Read(instanceId, position, cancellation);
            if (taken.Count > 0) return taken[0].Kind == InboxRowKind.Closing;
            if (attempt >= Attempts) throw failure;
        }
    }

    private async Task<AppendResult> Insert(
        string instanceId, InboxEvent message, int? knownTail, CancellationToken cancellation)
    {
        var payload = await payloads.Pack(message.Payload, cancellation);
        // Appends to one inbox take turns within this process, else n callers would collide n times each.
        using var turn = await _tails.Enter(instanceId, cancellation);
        var tail = Math.Max(knownTail ?? -1, _tails.Find(instanceId) ?? -1);
        var row = new InboxRow(
            tail + 1, InboxRowKind.Event, message.Name, message.EventId, payload, Guid.NewGuid().ToString("N"), CarriedTrace.Current);
        for (var attempt = 1; ; attempt++)
        {
            var failure = row.Position == 0 ? null : await TryInsert(instanceId, row, cancellation);
            if (row.Position > 0 && failure is null)
            {
                _tails.Set(instanceId, row.Position);
                return new AppendResult(AppendOutcome.Recorded, row);
            }

            var taken = await Read(instanceId, row.Position, cancellation);
            if (Settled(taken, row) is { } settled) return settled;
            if (failure is not null and not { Status: 409 } && attempt >= Attempts) throw failure;
            row = row with { Position = taken.Count == 0 ? row.Position : taken[^1].Position + 1 };
        }
    }

    /// <summary>Null when the row went down; otherwise why it did not, or seems not to have.</summary>
    private async Task<RequestFailedException?> TryInsert(string instanceId, InboxRow row, CancellationToken cancellation)
    {
        try
        {
            await table.AddEntityAsync(row.ToEntity(instanceId), cancellation);
            return null;
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 0 or >= 500)
        {
            return failure;
        }
    }

    private static AppendResult? Settled(IReadOnlyList<InboxRow> taken, InboxRow wanted)
    {
        if (taken.Count == 0)
            return wanted.Position == 0 ? new AppendResult(AppendOutcome.NoSuchInbox, null) : null;
        // Ours already (a reply was lost), or the same event sent before: recorded once is recorded.
        if (taken.FirstOrDefault(row => row.Kind == InboxRowKind.Event && row.EventId == wanted.EventId) is { } same)
            return new AppendResult(AppendOutcome.Recorded, same);
        return taken[^1].Kind == InboxRowKind.Closing ? new AppendResult(AppendOutcome.Closed, null) : null;
    }
}
