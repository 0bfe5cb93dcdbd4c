using System.Globalization;
using Certification.Workflows.Port;

namespace Certification.Engine.Replay;

/// <summary>What a workflow can ask the engine to do. Waiting for an event is not among them: it asks for nothing.</summary>
internal enum RequestKind { Activity, Timer, SubWorkflow, CloseInbox }

/// <summary>Something a workflow asked for and has no answer to yet.</summary>
/// <param name="Call">Numbered from 1 in the order of asking; the same in every replay.</param>
/// <param name="Name">The activity, the workflow and child id, or the instant of a timer.</param>
internal sealed record Request(RequestKind Kind, int Call, string Name)
{
    /// <summary>JSON for an activity or a child.</summary>
    public string Input { get; init; } = "null";

    /// <summary>How an activity is tried again.</summary>
    public RetryPolicy Retry { get; init; } = RetryPolicy.Default;

    /// <summary>When a timer is due, in business time.</summary>
    public DateTimeOffset FireAt { get; init; }

    /// <summary>The child's instance id.</summary>
    public string ChildId { get; init; } = "";

    /// <summary>The child's workflow.</summary>
    public string ChildWorkflow { get; init; } = "";

    /// <summary>What the workflow awaits. Its continuations must run on the turn that answers it, so it is created
    /// without RunContinuationsAsynchronously, which would send those of WhenAll and WhenAny to the thread pool.</summary>
    public TaskCompletionSource<string> Answer { get; } = new();

    /// <summary>How an operator sees it, and how it stands in the instance's row for the comparison after a replay:
    /// <c>Activity 3 seal-dossier</c>. Another form would fail every instance that lives.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Kind} {Call} {Name}").TrimEnd();

    /// <summary>The kind of request that an entry answers; null for an event.</summary>
    public static RequestKind? AnsweredBy(HistoryKind kind) => kind switch
    {
        HistoryKind.ActivityCompleted or HistoryKind.ActivityFailed => RequestKind.Activity,
        HistoryKind.TimerFired => RequestKind.Timer,
        HistoryKind.SubWorkflowCompleted or HistoryKind.SubWorkflowFailed => RequestKind.SubWorkflow,
        HistoryKind.InboxClosed or HistoryKind.InboxNotClosed => RequestKind.CloseInbox,
        _ => null,
    };
}
