using Azure;
using Azure.Data.Tables;
using Certification.Storage.Inbox;
using Certification.Workflows.Port;

namespace Certification.Functions.Durable;

/// <summary>The rows that gate starts: Durable Functions may tell several callers that each has started one id. The row is
/// inserted together with the inbox's opening row, in the instance's partition.</summary>
internal sealed class StartRegister(TableClient table, PayloadStore payloads)
{
    private const string RowKey = "start";

    /// <summary>Registers a start.</summary>
    /// <param name="input">JSON, or a reference to it.</param>
    /// <param name="trace">The trace that the instance is to continue.</param>
    /// <returns>The row that stands there, and whether this call put it there.</returns>
    public async Task<(StartRow Row, bool IsNew)> Register(
        string instanceId, WorkflowEntry workflow, string input, RunClock now, string? parent, string? trace, CancellationToken cancellation)
    {
        var first = new RunInput(
            workflow.Version, await payloads.Pack(input, cancellation), 1, now.BusinessTime, now.Offset, 0, [], parent, trace);
        var (row, writeId) = (new StartRow(workflow.Name, first), Guid.NewGuid().ToString("N"));
        try
        {
            await table.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.Add, Entity(instanceId, row, writeId)),
                new(TableTransactionActionType.Add, InboxRow.Opening().ToEntity(instanceId)),
            ], cancellation);
            return (row, true);
        }
        catch (RequestFailedException failure)
        {
            // A conflict, or a lost reply after the commit: the row tells whose write it is.
            var stands = await FindEntity(instanceId, cancellation);
            if (stands is null) throw new InvalidOperationException($"Instance {instanceId} could not be registered; start it again.", failure);
            return (Read(stands), stands.GetString("WriteId") == writeId);
        }
    }

    /// <summary>The start of an instance; null when the id has never been used.</summary>
    public async Task<StartRow?> Find(string instanceId, CancellationToken cancellation) =>
        await FindEntity(instanceId, cancellation) is { } entity ? Read(entity) : null;

    private async Task<TableEntity?> FindEntity(string instanceId, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(instanceId, RowKey, cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    private static TableEntity Entity(string instanceId, StartRow row, string writeId) => new(instanceId, RowKey)
    {
        ["Workflow"] = row.Workflow,
        ["Input"] = WorkflowJson.Write(row.Input),
        ["WriteId"] = writeId,
    };

    private static StartRow Read(TableEntity entity) =>
        new(entity.GetString("Workflow"), WorkflowJson.Read<RunInput>(entity.GetString("Input")));
}

/// <summary>A start that was registered.</summary>
internal sealed record StartRow(string Workflow, RunInput Input);

/// <summary>Business time now, and how far it is ahead of real time.</summary>
internal sealed record RunClock(DateTimeOffset BusinessTime, TimeSpan Offset)
{
    /// <summary>Reads a clock.</summary>
    public static RunClock Of(TimeProvider business)
    {
        var now = business.GetUtcNow();
        return new(now, now - TimeProvider.System.GetUtcNow());
    }
}
