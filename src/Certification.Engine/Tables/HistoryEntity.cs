using Azure.Data.Tables;
using Certification.Engine.Replay;
using Certification.Storage.Inbox;

namespace Certification.Engine.Tables;

/// <summary>A history row, <c>h-00000001</c> and on in the instance's partition; inserted once, never changed.</summary>
internal static class HistoryEntity
{
    /// <summary>The entry as a row.</summary>
    public static async Task<TableEntity> Write(
        string instanceId, int sequence, HistoryEntry entry, PayloadStore payloads, CancellationToken cancellation) =>
        new(instanceId, InstanceEntity.HistoryKey(sequence))
        {
            ["Kind"] = entry.Kind.ToString(),
            ["Call"] = entry.Call,
            ["Name"] = entry.Name,
            ["Time"] = entry.Time,
            ["Payload"] = entry.Payload is { } payload ? await payloads.Pack(payload, cancellation) : null,
        };

    /// <summary>Reads the row back.</summary>
    public static async Task<HistoryEntry> Read(TableEntity row, PayloadStore payloads, CancellationToken cancellation) => new(
        Enum.Parse<HistoryKind>(row.GetString("Kind")),
        row.GetInt32("Call")!.Value,
        row.GetString("Name"),
        row.GetDateTimeOffset("Time")!.Value,
        row.GetString("Payload") is { } payload ? await payloads.Unpack(payload, cancellation) : null);
}
