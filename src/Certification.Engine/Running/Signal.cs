using Certification.Engine.Replay;
using Certification.Storage.Inbox;

namespace Certification.Engine.Running;

/// <summary>Why an instance's agent is woken.</summary>
internal abstract record Signal
{
    /// <summary>An activity of run <paramref name="Run"/> has its result.</summary>
    public sealed record ActivityEnded(int Run, HistoryEntry Entry) : Signal;

    /// <summary>An event stands in the inbox at this row.</summary>
    public sealed record Arrived(InboxRow Row) : Signal;

    /// <summary>There may be something in the inbox.</summary>
    public sealed record Look : Signal;

    /// <summary>A timer is due, or the instance was created just now.</summary>
    public sealed record Wake : Signal;

    /// <summary>A sub-workflow has ended.</summary>
    public sealed record ChildEnded(string ChildId) : Signal;

    /// <summary>This process has just begun to lead: nothing outstanding is known to run anywhere.</summary>
    public sealed record Recover : Signal;

    /// <summary>Workflow code was continued from outside its turn.</summary>
    public sealed record Strayed : Signal;
}
