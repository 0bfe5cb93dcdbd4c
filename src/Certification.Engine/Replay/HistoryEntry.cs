namespace Certification.Engine.Replay;

/// <summary>What a history row says happened. Only results are recorded: what was asked for follows from replay.</summary>
internal enum HistoryKind
{
    ActivityCompleted,
    ActivityFailed,
    TimerFired,
    EventReceived,
    SubWorkflowCompleted,
    SubWorkflowFailed,
    InboxClosed,

    /// <summary>The workflow tried to close its inbox and an event had come in between.</summary>
    InboxNotClosed,
}

/// <summary>One result, in the order in which the workflow saw it.</summary>
/// <param name="Call">Number of the request that it answers; for an event, its position in the inbox.</param>
/// <param name="Name">What was asked for by that request: replay must ask for the same under the same number.</param>
/// <param name="Time">Business time of the turn that saw it.</param>
/// <param name="Payload">JSON of a result, or the reason of a failure; null for a timer and for an event, whose payload
/// stands in the inbox.</param>
internal sealed record HistoryEntry(HistoryKind Kind, int Call, string Name, DateTimeOffset Time, string? Payload);
