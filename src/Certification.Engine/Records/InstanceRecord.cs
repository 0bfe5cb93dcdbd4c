using Certification.Workflows.Port;

namespace Certification.Engine.Records;

/// <summary>An instance as its row says.</summary>
internal sealed record InstanceRecord
{
    public required string Id { get; init; }

    public required string Workflow { get; init; }

    public required int Version { get; init; }

    public WorkflowStatus Status { get; init; } = WorkflowStatus.Running;

    public string? CustomStatus { get; init; }

    /// <summary>JSON input of the present run.</summary>
    public required string Input { get; init; }

    /// <summary>Counted from 1; each continue-as-new begins the next.</summary>
    public int Run { get; init; } = 1;

    /// <summary>Business time of the present run's first turn.</summary>
    public required DateTimeOffset RunStartedAt { get; init; }

    /// <summary>Number of the present run's first history row. Rows of earlier runs stay; nothing reads them.</summary>
    public int HistoryFrom { get; init; } = 1;

    /// <summary>Number of the last history row; 0 before the first.</summary>
    public int LastSequence { get; init; }

    /// <summary>Position of the last inbox row that a turn has seen.</summary>
    public int InboxRead { get; init; }

    /// <summary>Events that earlier runs received and left unread, by position.</summary>
    public IReadOnlyList<int> Carried { get; init; } = [];

    /// <summary>True once the closing row is in the inbox.</summary>
    public bool InboxClosed { get; init; }

    /// <summary>The earliest timer, in business time, so that a restart arms it without a replay.</summary>
    public DateTimeOffset? NextDue { get; init; }

    /// <summary>True while the instance needs a replay after a restart: an activity or child is outstanding, or a turn.</summary>
    public bool Busy { get; init; } = true;

    /// <summary>What it waits for; empty before its first turn is recorded.</summary>
    public string Awaiting { get; init; } = "";

    public string? Result { get; init; }

    public string? Failure { get; init; }

    public string? Parent { get; init; }

    /// <summary>The trace that the instance continues (<see cref="Storage.Telemetry.CarriedTrace"/>), from its start to its end.</summary>
    public string? Trace { get; init; }

    /// <summary>Business time.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Business time of the last recorded step.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The store's concurrency tag of the row that this was read from.</summary>
    public string Tag { get; init; } = "";

    /// <summary>True when nothing more will happen to it.</summary>
    public bool Ended => Status != WorkflowStatus.Running;

    /// <summary>What the port shows of it.</summary>
    public WorkflowState ToState() =>
        new(Id, Workflow, Version, Status, CustomStatus, Result, Failure, StartedAt, UpdatedAt);
}
