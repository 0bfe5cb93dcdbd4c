using System.Globalization;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Certification.Domain;
using Certification.Storage.Audit;
using Certification.Storage.Outbox;
using Certification.Storage.Rows;
using Certification.Storage.Telemetry;

namespace Certification.Storage.Changes;

/// <summary>The state row of a subject, as read.</summary>
/// <param name="Revision">How many changes have been written; the subject's public ETag.</param>
/// <param name="OutboxCount">Messages ever written, which numbers the next one.</param>
/// <param name="Tag">The service's own ETag, on which the next write is conditional.</param>
internal sealed record StateRow(
    string StateJson, int Revision, int AuditCount, Sha256Digest AuditHead, long OutboxCount, ETag Tag)
{
    internal string PublicTag => SubjectRows.PublicTag(Revision);

    internal TState State<TState>() => DomainJson.Read<TState>(Encoding.UTF8.GetBytes(StateJson));
}

/// <summary>An operation that has been done.</summary>
/// <param name="RequestDigest">Digest of the request that asked for it; null when none was given.</param>
/// <param name="WriteId">Names the single call that wrote it, by which a call recognises its own lost reply.</param>
internal sealed record OperationRow(Sha256Digest? RequestDigest, string? ResultJson, string WriteId);

/// <summary>How a subject's rows look in the table.</summary>
internal static class SubjectRows
{
    internal const string StateKey = "state";
    internal const string AuditKind = "audit";
    internal const string OutboxKind = "outbox";

    internal static string PublicTag(int revision) => string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"");

    internal static string OperationKey(string operationId) => "op-" + RowKeys.Escape(operationId);

    internal static TableEntity State(string partition, StateRow state)
    {
        var row = new TableEntity(partition, StateKey)
        {
            ["Revision"] = state.Revision,
            ["AuditCount"] = state.AuditCount,
            ["AuditHead"] = state.AuditHead.Hex,
            ["OutboxCount"] = state.OutboxCount,
        };
        WideText.Set(row, "State", state.StateJson);
        return row;
    }

    internal static StateRow ReadState(TableEntity row) => new(
        WideText.Get(row, "State"),
        row.GetInt32("Revision")!.Value,
        row.GetInt32("AuditCount")!.Value,
        Sha256Digest.Parse(row.GetString("AuditHead")),
        row.GetInt64("OutboxCount")!.Value,
        row.ETag);

    internal static TableEntity Operation(string partition, string operationId, OperationRow operation)
    {
        var row = new TableEntity(partition, OperationKey(operationId)) { ["WriteId"] = operation.WriteId };
        if (operation.RequestDigest is { } digest)
        {
            row["RequestDigest"] = digest.Hex;
        }

        if (operation.ResultJson is { } result)
        {
            WideText.Set(row, "Result", result);
        }

        return row;
    }

    internal static OperationRow ReadOperation(TableEntity row) => new(
        row.GetString("RequestDigest") is { } hex ? Sha256Digest.Parse(hex) : null,
        row.ContainsKey("Result0") ? WideText.Get(row, "Result") : null,
        row.GetString("WriteId"));

    internal static TableEntity Audit(string partition, AuditRecord record)
    {
        var row = new TableEntity(partition, RowKeys.Numbered(AuditKind, record.Number))
        {
            ["Number"] = record.Number,
            ["At"] = record.At,
            ["Issuer"] = record.Who.Issuer,
            ["Subject"] = record.Who.Subject,
            ["Organisation"] = record.Who.Organisation,
            ["Role"] = record.Who.Role,
            ["Code"] = record.Code,
            ["OperationId"] = record.OperationId,
            ["Previous"] = record.Previous.Hex,
            ["Hash"] = record.Hash.Hex,
        };
        WideText.Set(row, "Details", record.DetailsJson);
        return row;
    }

    internal static AuditRecord ReadAudit(string subjectId, TableEntity row) => new(
        subjectId,
        row.GetInt32("Number")!.Value,
        new Actor(row.GetString("Issuer"), row.GetString("Subject"), row.GetString("Organisation"), row.GetString("Role")),
        row.GetString("At"),
        row.GetString("Code"),
        WideText.Get(row, "Details"),
        row.GetString("OperationId"),
        Sha256Digest.Parse(row.GetString("Previous")),
        Sha256Digest.Parse(row.GetString("Hash")));

    internal static TableEntity Message(string partition, long sequence, OutboxMessage message)
    {
        var row = new TableEntity(partition, RowKeys.Numbered(OutboxKind, sequence))
        {
            ["Sequence"] = sequence,
            ["Kind"] = message.Kind,
            ["Id"] = message.Id,
            ["Trace"] = CarriedTrace.Current,
        };
        WideText.Set(row, "Payload", message.PayloadJson);
        return row;
    }

    internal static OutboxDelivery ReadMessage(string subjectId, TableEntity row) => new(
        subjectId,
        row.GetInt64("Sequence")!.Value,
        new OutboxMessage(row.GetString("Kind"), WideText.Get(row, "Payload"), row.GetString("Id")),
        row.GetString("Trace"));
}
