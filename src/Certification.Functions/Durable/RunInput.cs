using Certification.Engine.Records;

namespace Certification.Functions.Durable;

/// <summary>What an orchestration starts with.</summary>
/// <param name="Version">The version of the workflow's steps, pinned when the instance was started.</param>
/// <param name="Input">JSON, or a reference to it (<see cref="WirePayloads"/>).</param>
/// <param name="Run">Counted from 1; each continue-as-new begins the next.</param>
/// <param name="StartedAt">Business time of the run's first turn.</param>
/// <param name="ClockOffset">How far business time was ahead of real time then: zero outside Development.</param>
/// <param name="InboxRead">Position of the last inbox row that an earlier run has seen.</param>
/// <param name="Carried">Positions of events that earlier runs saw and left unread, in order.</param>
/// <param name="Parent">The instance that called this one; null for one started from outside.</param>
/// <param name="Trace">The trace that the instance continues (<see cref="Storage.Telemetry.CarriedTrace"/>).</param>
internal sealed record RunInput(
    int Version, string Input, int Run, DateTimeOffset StartedAt, TimeSpan ClockOffset, int InboxRead, IReadOnlyList<int> Carried, string? Parent,
    string? Trace = null)
{
    /// <summary>The instance at the beginning of the run, as the embedded engine would record it.</summary>
    /// <param name="input">The run's input, unpacked.</param>
    public InstanceRecord ToRecord(string instanceId, string workflow, string input) => new()
    {
        Id = instanceId,
        Workflow = workflow,
        Version = Version,
        Input = input,
        Run = Run,
        Parent = Parent,
        Trace = Trace,
        RunStartedAt = StartedAt,
        StartedAt = StartedAt,
        UpdatedAt = StartedAt,
    };
}
