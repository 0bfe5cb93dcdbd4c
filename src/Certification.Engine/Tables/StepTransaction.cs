using Azure;
using Azure.Data.Tables;
using Certification.Engine.Records;
using Certification.Storage.Inbox;

namespace Certification.Engine.Tables;

/// <summary>A step as one entity-group transaction: the instance's row if it is unchanged, a row for each result, and the
/// closing row of the inbox where the step closes it.</summary>
internal sealed class StepTransaction(PayloadStore payloads)
{
    /// <summary>The transaction's actions; large payloads are in their blobs when this returns.</summary>
    /// <param name="writeId">Names this write in the instance's row, so that a lost reply can be told from a refusal.</param>
    public async Task<IReadOnlyList<TableTransactionAction>> Actions(
        Step step, string writeId, long epoch, CancellationToken cancellation)
    {
        var instance = await InstanceEntity.ForStep(step.After, step.Before, writeId, epoch, payloads, cancellation);
        var actions = new List<TableTransactionAction>
        {
            new(TableTransactionActionType.UpdateMerge, instance, new ETag(step.Before.Tag)),
        };
        var sequence = step.Before.LastSequence;
        foreach (var entry in step.Entries)
        {
            var row = await HistoryEntity.Write(step.Before.Id, ++sequence, entry, payloads, cancellation);
            actions.Add(new TableTransactionAction(TableTransactionActionType.Add, row));
        }

        if (step.CloseInboxAt is { } position)
        {
            var closing = InboxRow.Closing(position, writeId).ToEntity(step.Before.Id);
            actions.Add(new TableTransactionAction(TableTransactionActionType.Add, closing));
        }

        return actions;
    }
}
