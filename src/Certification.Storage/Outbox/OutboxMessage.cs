using System.Text;
using Certification.Domain;

namespace Certification.Storage.Outbox;

/// <summary>Something that must happen because a change was made: an index row, an event to a workflow.</summary>
/// <param name="Kind">Which handler takes it, such as <c>index</c>.</param>
/// <param name="Id">Names the message for its receiver, so that a second delivery is recognised.</param>
public sealed record OutboxMessage(string Kind, string PayloadJson, string Id)
{
    /// <summary>A message whose payload is a value's canonical JSON.</summary>
    public static OutboxMessage Of<TPayload>(string kind, TPayload payload, string id) =>
        new(kind, Encoding.UTF8.GetString(DomainJson.Bytes(payload)), id);
}

/// <summary>A message on its way to its handler.</summary>
/// <param name="Sequence">Rises with every message of this subject. A handler may be called again for a message, also
/// after a later one of the same subject: whoever overwrites something compares sequences first.</param>
/// <param name="Trace">The trace in which the change was made (<see cref="Telemetry.CarriedTrace"/>); null when none was.</param>
public sealed record OutboxDelivery(string SubjectId, long Sequence, OutboxMessage Message, string? Trace = null)
{
    /// <summary>The payload as a value.</summary>
    public TPayload Payload<TPayload>() => DomainJson.Read<TPayload>(Encoding.UTF8.GetBytes(Message.PayloadJson));
}
