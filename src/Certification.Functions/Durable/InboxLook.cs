namespace Certification.Functions.Durable;

/// <summary>A look into an instance's inbox.</summary>
/// <param name="InboxRead">Position of the last row seen.</param>
/// <param name="Carried">Positions seen before and wanted again.</param>
/// <param name="Awaiting">What the workflow waits for now.</param>
internal sealed record InboxLook(string InstanceId, int InboxRead, IReadOnlyList<int> Carried, string Awaiting);

/// <summary>What a look found.</summary>
/// <param name="Rows">Events not seen before, and those carried, in the order of the inbox. An event sent again is left out.</param>
/// <param name="InboxRead">Position of the last row looked at.</param>
/// <param name="More">True when rows beyond that one are there: a message between function and host must stay small.</param>
/// <param name="ClockOffset">How far business time is ahead of real time.</param>
/// <param name="Awaiting">As asked. A replay that comes to wait for something else finds the difference here.</param>
internal sealed record InboxFound(
    IReadOnlyList<InboxFound.Event> Rows, int InboxRead, bool More, TimeSpan ClockOffset, string Awaiting)
{
    /// <summary>One event.</summary>
    /// <param name="Payload">JSON, or a reference to it.</param>
    internal sealed record Event(int Position, string Name, string EventId, string Payload);
}

/// <summary>A wish to close an inbox at a position, or wherever its end is.</summary>
/// <param name="Position">The place after the last row seen.</param>
/// <param name="AtAnyRate">True at the workflow's end: what was sent and not read is passed over.</param>
internal sealed record InboxClosing(string InstanceId, int Position, bool AtAnyRate);

/// <summary>A child that a workflow calls.</summary>
/// <param name="Input">JSON, or a reference to it.</param>
/// <param name="Trace">The trace that the parent continues, and the child with it (<see cref="Storage.Telemetry.CarriedTrace"/>).</param>
internal sealed record ChildCall(string ParentId, string InstanceId, string Workflow, string Input, string? Trace = null);

/// <summary>Whether the child's id is this call's.</summary>
/// <param name="Input">What to start its orchestration with; null when the id is another's.</param>
/// <param name="Refusal">Why it cannot be started; null when it can.</param>
internal sealed record ChildAnswer(RunInput? Input, string? Refusal);
