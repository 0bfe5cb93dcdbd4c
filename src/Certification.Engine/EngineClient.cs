using Certification.Engine.Records;
using Certification.Engine.Running;
using Certification.Engine.Telemetry;
using Certification.Storage.Inbox;
using Certification.Storage.Telemetry;
using Certification.Workflows.Port;

namespace Certification.Engine;

/// <summary>The port's client over a store. Starting and sending work on every node: what counts is written to storage;
/// the node that leads is woken in process, another is rung for.</summary>
public abstract class EngineClient : IWorkflowClient
{
    private readonly WorkflowRegistry _registry;
    private readonly TimeProvider _time;

    private protected EngineClient(IInstanceStore store, WorkflowRegistry registry, TimeProvider time) =>
        (Store, _registry, _time) = (store, registry, time);

    private protected IInstanceStore Store { get; }

    /// <summary>The host, while this process leads; asked anew for each call.</summary>
    private protected abstract InstanceHost? Leading { get; }

    /// <summary>Tells whichever node leads to look at an instance.</summary>
    private protected abstract Task RingLeader(string instanceId, CancellationToken cancellation);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The id is not one, or no such workflow is registered.</exception>
    public async Task<StartOutcome> Start<TInput, TResult>(
        WorkflowName<TInput, TResult> workflow, string instanceId, TInput input, CancellationToken cancellation = default)
    {
        if (!_registry.Workflows.TryGetValue(workflow.Name, out var entry))
            throw new ArgumentException($"No workflow is registered as {workflow.Name}.", nameof(workflow));
        using var span = EngineTelemetry.StartSending($"start {entry.Name}", instanceId);
        var now = _time.GetUtcNow();
        var first = new InstanceRecord
        {
            Id = Ids.Checked(instanceId),
            Workflow = entry.Name,
            Version = entry.Version,
            Input = WorkflowJson.Write(input),
            StartedAt = now,
            RunStartedAt = now,
            UpdatedAt = now,
            Trace = CarriedTrace.Current,
        };
        return await Start(first, cancellation) ? StartOutcome.Started : StartOutcome.AlreadyExists;
    }

    /// <inheritdoc/>
    public async Task<RaiseOutcome> RaiseEvent<TEvent>(
        string instanceId, EventName<TEvent> name, string eventId, TEvent payload, CancellationToken cancellation = default)
    {
        if (name.Name.StartsWith('$')) throw new ArgumentException($"Event name {name.Name} is the engine's own.", nameof(name));
        ArgumentException.ThrowIfNullOrEmpty(eventId);
        using var span = EngineTelemetry.StartSending($"raise {name.Name}", instanceId);
        return await Send(instanceId, new InboxEvent(name.Name, eventId, WorkflowJson.Write(payload)), cancellation);
    }

    /// <inheritdoc/>
    /// <remarks>Recorded when this returns true; carried out by the leader within its next turn of the instance.
    /// Sub-workflows run on, and their results are dropped.</remarks>
    public async Task<bool> Terminate(string instanceId, string reason, CancellationToken cancellation = default)
    {
        var message = new InboxEvent(StepBuilder.TerminateEvent, StepBuilder.TerminateEvent, WorkflowJson.Write(reason));
        return await Send(instanceId, message, cancellation) == RaiseOutcome.Recorded;
    }

    /// <inheritdoc/>
    public async Task<WorkflowState?> Query(string instanceId, CancellationToken cancellation = default) =>
        (await Store.Find(Ids.Checked(instanceId), cancellation))?.ToState();

    private async Task<bool> Start(InstanceRecord first, CancellationToken cancellation)
    {
        var host = Leading;
        var started = host is not null
            ? await host.Start(first, cancellation)
            : await Store.Create(first, cancellation) is not null;
        // Also when the lead was lost meanwhile: the next leader may have looked before the instance was there.
        if (started && (host is null || Leading != host)) await RingLeader(first.Id, cancellation);
        return started;
    }

    private async Task<RaiseOutcome> Send(string instanceId, InboxEvent message, CancellationToken cancellation)
    {
        var knownTail = Leading?.Waiting.TailOf(instanceId);
        var result = await Store.Append(Ids.Checked(instanceId), message, knownTail, cancellation);
        if (result.Outcome == AppendOutcome.NoSuchInbox) return RaiseOutcome.NoSuchInstance;
        if (result.Outcome == AppendOutcome.Closed) return RaiseOutcome.InstanceEnded;
        // Asked again after the write: whoever leads later than that reads the inbox when it takes the lead.
        if (Leading is not { } host) await RingLeader(instanceId, cancellation);
        else host.Post(instanceId, result.Row!.Payload == message.Payload ? new Signal.Arrived(result.Row) : new Signal.Look());
        return RaiseOutcome.Recorded;
    }
}
