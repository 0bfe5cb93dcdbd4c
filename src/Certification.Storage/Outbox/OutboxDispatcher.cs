using Azure;
using Azure.Data.Tables;
using Certification.Storage.Changes;
using Certification.Storage.Rows;
using Certification.Storage.Telemetry;

namespace Certification.Storage.Outbox;

/// <summary>Handles one message. It may be called more than once for one message, by several processes at once, and
/// after a later message of the same subject; <see cref="OutboxDelivery.Sequence"/> and the message's id tell.</summary>
public delegate Task OutboxHandler(OutboxDelivery delivery, CancellationToken cancellation);

/// <summary>Hands the messages that changes left behind to their handlers. Every message of a change that was written is
/// delivered at least once, also over crashes: at once after the change, else by the sweep.</summary>
/// <param name="reportFailure">Told of a delivery that failed and waits for the sweep: subject and error.</param>
public sealed class OutboxDispatcher(AuthorityStorage storage, Action<string, Exception> reportFailure)
{
    // A change whose operation is still absent this long after its note was never written: its call has long ended.
    private static readonly TimeSpan CutOffAfter = TimeSpan.FromHours(1);

    private readonly Dictionary<string, OutboxHandler> _handlers = [];
    private readonly PendingChanges _pending = new(storage);
    private readonly TableClient _subjects = storage.Table(StorageNames.SubjectsTable);

    /// <summary>Names the handler for one kind of message. All handlers are named before the first change is made.</summary>
    /// <exception cref="ArgumentException">The kind has a handler already.</exception>
    public OutboxDispatcher On(string kind, OutboxHandler handler)
    {
        _handlers.Add(kind, handler);
        return this;
    }

    /// <summary>Delivers a subject's waiting messages in order; a message is deleted once its handler has returned.</summary>
    /// <returns>How many were delivered.</returns>
    /// <exception cref="InvalidOperationException">No handler is named for a message's kind.</exception>
    public async Task<int> Deliver(string subjectId, CancellationToken cancellation = default)
    {
        var partition = RowKeys.Escape(subjectId);
        var filter = RowKeys.AllNumbered(partition, SubjectRows.OutboxKind);
        var delivered = 0;
        await foreach (var row in _subjects.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            var delivery = SubjectRows.ReadMessage(subjectId, row);
            if (!_handlers.TryGetValue(delivery.Message.Kind, out var handler))
            {
                throw new InvalidOperationException(
                    $"No handler for outbox messages of kind '{delivery.Message.Kind}' ({subjectId}, message "
                    + $"{delivery.Sequence}). Name one with {nameof(On)} where the application is composed.");
            }

            using var span = StorageTelemetry.StartDelivery(delivery);
            await handler(delivery, cancellation);
            await _subjects.DeleteEntityAsync(partition, row.RowKey, ETag.All, cancellation);
            StorageTelemetry.CountDelivery(delivery.Message.Kind);
            delivered++;
        }

        return delivered;
    }

    /// <summary>Delivers what earlier calls and crashed processes left. Run at start-up and every minute or so.</summary>
    /// <param name="now">Real time, to recognise notes of changes that were never written.</param>
    /// <returns>How many messages were delivered.</returns>
    public async Task<int> Sweep(DateTimeOffset now, CancellationToken cancellation = default)
    {
        var delivered = 0;
        await foreach (var note in _pending.All(cancellation))
        {
            try
            {
                delivered += await Deliver(note.SubjectId, cancellation);
                if (await WasWritten(note, cancellation) || now - note.NotedAt > CutOffAfter)
                {
                    await _pending.Clear(note.SubjectId, note.OperationId, cancellation);
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                reportFailure(note.SubjectId, error);
            }
        }

        return delivered;
    }

    /// <summary>Notes that a change is about to be written which has messages.</summary>
    internal Task Announce(string subjectId, string operationId, CancellationToken cancellation) =>
        _pending.Note(subjectId, operationId, cancellation);

    /// <summary>Delivers after a change that stands. The change is not undone by a delivery that fails: that is reported,
    /// and the sweep delivers later. Not cancellable by the caller, whose change is made already.</summary>
    internal async Task DeliverAfter(string subjectId, string operationId)
    {
        try
        {
            await Deliver(subjectId, CancellationToken.None);
            await _pending.Clear(subjectId, operationId, CancellationToken.None);
        }
        catch (Exception error)
        {
            reportFailure(subjectId, error);
        }
    }

    private async Task<bool> WasWritten(PendingChange note, CancellationToken cancellation)
    {
        var operation = await _subjects.GetEntityIfExistsAsync<TableEntity>(
            RowKeys.Escape(note.SubjectId), SubjectRows.OperationKey(note.OperationId), ["PartitionKey"], cancellation);
        return operation.HasValue;
    }
}
