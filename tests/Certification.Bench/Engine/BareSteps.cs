using Azure;
using Azure.Data.Tables;

namespace Certification.Bench.Engine;

/// <summary>What the engine's storage calls cost when nothing but the SDK makes them: rows of the same shape and size.</summary>
internal sealed class BareSteps(TableClient table)
{
    /// <summary>One instance from start to end: six transactions of two entities, one after the other.</summary>
    public async Task FiveSteps(string id)
    {
        var tag = await Start(id);
        for (var step = 1; step <= 5; step++) tag = await Step(id, tag, History(id, step));
    }

    /// <summary>A start: the instance and its inbox.</summary>
    public Task<ETag> Start(string id) => Submit(
        new TableTransactionAction(TableTransactionActionType.Add, Instance(id, whole: true)),
        new TableTransactionAction(TableTransactionActionType.Add, Event(id, 0)));

    /// <summary>A step: the instance if it is unchanged, and new rows.</summary>
    public Task<ETag> Step(string id, ETag tag, params TableEntity[] rows) => Submit(
    [
        new TableTransactionAction(TableTransactionActionType.UpdateMerge, Instance(id, whole: false), tag),
        .. rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)),
    ]);

    /// <summary>An event's row.</summary>
    public static TableEntity Event(string id, int position) => new(id, $"e-{position:D8}")
    {
        ["Kind"] = "Event",
        ["Name"] = "go",
        ["EventId"] = "1",
        ["Payload"] = "\"\"",
        ["WriteId"] = Guid.NewGuid().ToString("N"),
    };

    /// <summary>A history row.</summary>
    public static TableEntity History(string id, int sequence) => new(id, $"h-{sequence:D8}")
    {
        ["Kind"] = "ActivityCompleted",
        ["Call"] = sequence,
        ["Name"] = "bench.add-one",
        ["Time"] = DateTimeOffset.UtcNow,
        ["Payload"] = "1",
    };

    private static TableEntity Instance(string id, bool whole)
    {
        var entity = new TableEntity(id, "instance")
        {
            ["Status"] = "Running",
            ["LastSequence"] = 1,
            ["InboxRead"] = 0,
            ["InboxClosed"] = false,
            ["NextDue"] = 0L,
            ["Busy"] = true,
            ["Awaiting"] = "Activity 1 bench.add-one",
            ["UpdatedAt"] = DateTimeOffset.UtcNow,
            ["Epoch"] = 1L,
            ["WriteId"] = Guid.NewGuid().ToString("N"),
        };
        if (!whole) return entity;
        entity["Workflow"] = "bench.five-steps";
        entity["Version"] = 1;
        entity["Run"] = 1;
        entity["HistoryFrom"] = 1;
        entity["RunStartedAt"] = entity["StartedAt"] = DateTimeOffset.UtcNow;
        entity["Input"] = "1";
        entity["Carried"] = "[]";
        return entity;
    }

    private async Task<ETag> Submit(params TableTransactionAction[] actions)
    {
        var response = await table.SubmitTransactionAsync(actions);
        return response.Value[0].Headers.ETag!.Value;
    }
}
