using System.Diagnostics;
using System.Diagnostics.Metrics;
using Certification.Storage.Inbox;
using Certification.Storage.Outbox;

namespace Certification.Storage.Telemetry;

/// <summary>What storage tells of messages on their way. Calls to the storage account itself are told of by the SDK.</summary>
public static class StorageTelemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "Certification.Storage";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Delivered = Meter.CreateCounter<long>(
        "certification.outbox.delivered", "{message}", "Messages handed to their receivers.");

    private static readonly Counter<long> Events = Meter.CreateCounter<long>(
        "certification.inbox.events", "{event}", "Events sent to workflow instances, by what became of them.");

    /// <summary>A delivery, in the trace of the change that left the message behind.</summary>
    internal static Activity? StartDelivery(OutboxDelivery delivery)
    {
        var span = Source.StartActivity($"deliver {delivery.Message.Kind}", ActivityKind.Consumer, CarriedTrace.Read(delivery.Trace));
        return span?.SetTag("certification.message.kind", delivery.Message.Kind).SetTag("certification.subject.id", delivery.SubjectId);
    }

    internal static void CountDelivery(string kind) => Delivered.Add(1, new KeyValuePair<string, object?>("certification.message.kind", kind));

    internal static void CountEvent(string name, AppendOutcome outcome) => Events.Add(
        1,
        new KeyValuePair<string, object?>("certification.event.name", name),
        new KeyValuePair<string, object?>("certification.event.outcome", Word(outcome)));

    private static string Word(AppendOutcome outcome) => outcome switch
    {
        AppendOutcome.Recorded => "recorded",
        AppendOutcome.NoSuchInbox => "no-such-inbox",
        AppendOutcome.Closed => "closed",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };
}
