using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using Certification.Engine.Records;
using Certification.Storage.Inbox;
using Certification.Workflows.Port;

namespace Certification.Engine.Tables;

/// <summary>An instance's row, <c>instance</c> in its partition.</summary>
internal static class InstanceEntity
{
    public const string Key = "instance";

    /// <summary>Everything, for the row's first write.</summary>
    public static async Task<TableEntity> ForCreate(
        InstanceRecord record, string writeId, PayloadStore payloads, CancellationToken cancellation)
    {
        var entity = await ForStep(record, record with { Run = 0 }, writeId, epoch: 0, payloads, cancellation);
        entity["Workflow"] = record.Workflow;
        entity["Version"] = record.Version;
        entity["Parent"] = record.Parent;
        entity["Trace"] = record.Trace;
        entity["StartedAt"] = record.StartedAt;
        return entity;
    }

    /// <summary>What a step can change. Merged into the row, where an absent column means "as before": so an absent timer
    /// is written as 0.</summary>
    public static async Task<TableEntity> ForStep(
        InstanceRecord after, InstanceRecord before, string writeId, long epoch, PayloadStore payloads, CancellationToken cancellation)
    {
        var entity = new TableEntity(after.Id, Key)
        {
            ["Status"] = after.Status.ToString(),
            ["CustomStatus"] = after.CustomStatus,
            ["LastSequence"] = after.LastSequence,
            ["InboxRead"] = after.InboxRead,
            ["InboxClosed"] = after.InboxClosed,
            ["NextDue"] = after.NextDue?.UtcTicks ?? 0L,
            ["Busy"] = after.Busy,
            ["Awaiting"] = after.Awaiting,
            ["UpdatedAt"] = after.UpdatedAt,
            ["Failure"] = after.Failure,
            ["Epoch"] = epoch,
            ["WriteId"] = writeId,
        };
        if (after.Result is { } result) entity["Result"] = await payloads.Pack(result, cancellation);
        if (after.Run == before.Run) return entity;
        entity["Run"] = after.Run;
        entity["HistoryFrom"] = after.HistoryFrom;
        entity["RunStartedAt"] = after.RunStartedAt;
        entity["Input"] = await payloads.Pack(after.Input, cancellation);
        entity["Carried"] = await payloads.Pack(JsonSerializer.Serialize(after.Carried), cancellation);
        return entity;
    }

    /// <summary>Reads the row back.</summary>
    public static async Task<InstanceRecord> Read(TableEntity row, PayloadStore payloads, CancellationToken cancellation) => new()
    {
        Id = row.PartitionKey,
        Workflow = row.GetString("Workflow"),
        Version = row.GetInt32("Version")!.Value,
        Status = Enum.Parse<WorkflowStatus>(row.GetString("Status")),
        CustomStatus = row.GetString("CustomStatus"),
        Input = await payloads.Unpack(row.GetString("Input"), cancellation),
        Run = row.GetInt32("Run")!.Value,
        RunStartedAt = row.GetDateTimeOffset("RunStartedAt")!.Value,
        HistoryFrom = row.GetInt32("HistoryFrom")!.Value,
        LastSequence = row.GetInt32("LastSequence")!.Value,
        InboxRead = row.GetInt32("InboxRead")!.Value,
        Carried = JsonSerializer.Deserialize<int[]>(await payloads.Unpack(row.GetString("Carried"), cancellation))!,
        InboxClosed = row.GetBoolean("InboxClosed")!.Value,
        NextDue = row.GetInt64("NextDue") is { } ticks and > 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null,
        Busy = row.GetBoolean("Busy")!.Value,
        Awaiting = row.GetString("Awaiting"),
        Result = row.GetString("Result") is { } result ? await payloads.Unpack(result, cancellation) : null,
        Failure = row.GetString("Failure"),
        Parent = row.GetString("Parent"),
        Trace = row.GetString("Trace"),
        StartedAt = row.GetDateTimeOffset("StartedAt")!.Value,
        UpdatedAt = row.GetDateTimeOffset("UpdatedAt")!.Value,
        Tag = row.ETag.ToString(),
    };

    /// <summary>The write that made the row what it is.</summary>
    public static string WriteId(TableEntity row) => row.GetString("WriteId");

    /// <summary>Key of a history row.</summary>
    public static string HistoryKey(int sequence) => string.Create(CultureInfo.InvariantCulture, $"h-{sequence:D8}");
}
