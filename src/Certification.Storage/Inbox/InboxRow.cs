using System.Globalization;
using Azure.Data.Tables;
using Certification.Storage.Telemetry;

namespace Certification.Storage.Inbox;

/// <summary>What an inbox row is.</summary>
public enum InboxRowKind { Opening, Event, Closing }

/// <summary>One row of an instance's inbox.</summary>
/// <param name="Position">0 is the opening row; events and the closing row follow without gaps.</param>
/// <param name="EventId">The sender's id of the event; a second row with the same id is the same event sent again.</param>
/// <param name="Payload">JSON, or a reference that <see cref="PayloadStore.Unpack"/> resolves.</param>
/// <param name="WriteId">Names the write that put the row here, so that a writer whose reply was lost finds its own row.</param>
/// <param name="Trace">The trace in which the event was sent (<see cref="CarriedTrace"/>); null when none was.</param>
public sealed record InboxRow(
    int Position, InboxRowKind Kind, string Name, string EventId, string Payload, string WriteId, string? Trace = null)
{
    /// <summary>Row keys sort as positions do.</summary>
    public static string Key(int position) => string.Create(CultureInfo.InvariantCulture, $"e-{position:D8}");

    /// <summary>The first key after all inbox rows of a partition.</summary>
    public const string KeysEnd = "e.";

    /// <summary>The row as a table entity of the instance's partition.</summary>
    public TableEntity ToEntity(string instanceId) => new(instanceId, Key(Position))
    {
        ["Kind"] = Kind.ToString(),
        ["Name"] = Name,
        ["EventId"] = EventId,
        ["Payload"] = Payload,
        ["WriteId"] = WriteId,
        ["Trace"] = Trace,
    };

    /// <summary>Reads back what <see cref="ToEntity"/> wrote.</summary>
    public static InboxRow FromEntity(TableEntity entity) => new(
        int.Parse(entity.RowKey.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture),
        Enum.Parse<InboxRowKind>(entity.GetString("Kind")),
        entity.GetString("Name"), entity.GetString("EventId"), entity.GetString("Payload"), entity.GetString("WriteId"),
        entity.GetString("Trace"));

    /// <summary>The row that makes an inbox exist.</summary>
    public static InboxRow Opening() => new(0, InboxRowKind.Opening, "", "", "null", "");

    /// <summary>The row after which nothing can be appended.</summary>
    public static InboxRow Closing(int position, string writeId) => new(position, InboxRowKind.Closing, "", "", "null", writeId);
}

/// <summary>An event on its way into an inbox.</summary>
/// <param name="Payload">JSON.</param>
public sealed record InboxEvent(string Name, string EventId, string Payload);

/// <summary>What became of an append.</summary>
public enum AppendOutcome { Recorded, NoSuchInbox, Closed }

/// <summary>What became of an append, and the row where the event stands if it was recorded.</summary>
public sealed record AppendResult(AppendOutcome Outcome, InboxRow? Row);
