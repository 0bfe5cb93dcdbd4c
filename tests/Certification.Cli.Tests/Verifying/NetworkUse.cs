using System.Diagnostics.Tracing;

namespace Certification.Cli.Tests.Verifying;

/// <summary>Hears of every name that is looked up, every connection that is opened and every request that is sent by whoever made
/// it, and by nobody else: tests that run beside it may use the network.</summary>
internal sealed class NetworkUse : EventListener
{
    private static readonly AsyncLocal<NetworkUse?> Listening = new();
    private readonly List<string> _seen = [];

    internal NetworkUse() => Listening.Value = this;

    internal IReadOnlyList<string> Seen
    {
        get
        {
            lock (_seen) return [.. _seen];
        }
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name is "System.Net.Http" or "System.Net.Sockets" or "System.Net.NameResolution") EnableEvents(eventSource, EventLevel.Informational);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (Listening.Value != this) return;
        lock (_seen) _seen.Add($"{eventData.EventSource.Name} {eventData.EventName}");
    }
}
