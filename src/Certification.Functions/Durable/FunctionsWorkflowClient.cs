using Certification.Engine.Records;
using Certification.Engine.Running;
using Certification.Storage.Inbox;
using Certification.Storage.Telemetry;
using Certification.Workflows.Port;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Certification.Functions.Durable;

/// <summary>The port's client over Durable Functions. Starts are gated by a row of ours and events stand in our inbox, as in
/// the embedded engine; Durable is told after that is written.</summary>
internal sealed class FunctionsWorkflowClient(
    WorkflowRegistry registry, StartRegister starts, EventInbox inbox, InstanceDesk desk, PayloadStore payloads,
    DurableClientSource source, DoorbellRinger bells, TimeProvider businessTime) : IWorkflowClient
{
    private static readonly TimeSpan OtherStarterPause = TimeSpan.FromMilliseconds(250);

    /// <summary>How long another caller that has registered a start is given to tell Durable of it.</summary>
    internal TimeSpan OtherStarterPatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public async Task<StartOutcome> Start<TInput, TResult>(
        WorkflowName<TInput, TResult> workflow, string instanceId, TInput input, CancellationToken cancellation = default)
    {
        if (!registry.Workflows.TryGetValue(workflow.Name, out var entry))
            throw new ArgumentException($"No workflow is registered as {workflow.Name}.", nameof(workflow));
        var (row, isNew) = await starts.Register(
            Ids.Checked(instanceId), entry, WorkflowJson.Write(input), RunClock.Of(businessTime), parent: null, CarriedTrace.Current, cancellation);
        // The starter that registered this id first may have died before it told Durable.
        if (isNew || (row.Input.Parent is null && !await IsThereSoon(instanceId, cancellation)))
        {
            var client = await source.Client(cancellation);
            await client.ScheduleNewOrchestrationInstanceAsync(
                row.Workflow, Wire.Of(row.Input), new StartOrchestrationOptions(instanceId), cancellation);
        }

        return isNew ? StartOutcome.Started : StartOutcome.AlreadyExists;
    }

    /// <inheritdoc/>
    public Task<RaiseOutcome> RaiseEvent<TEvent>(
        string instanceId, EventName<TEvent> name, string eventId, TEvent payload, CancellationToken cancellation = default)
    {
        if (name.Name.StartsWith('$')) throw new ArgumentException($"Event name {name.Name} is the engine's own.", nameof(name));
        ArgumentException.ThrowIfNullOrEmpty(eventId);
        return Send(instanceId, new InboxEvent(name.Name, eventId, WorkflowJson.Write(payload)), cancellation);
    }

    /// <inheritdoc/>
    /// <remarks>Not Durable's own termination, which would leave the inbox open to events that nobody reads.</remarks>
    public async Task<bool> Terminate(string instanceId, string reason, CancellationToken cancellation = default)
    {
        var message = new InboxEvent(StepBuilder.TerminateEvent, StepBuilder.TerminateEvent, WorkflowJson.Write(reason));
        return await Send(instanceId, message, cancellation) == RaiseOutcome.Recorded;
    }

    /// <inheritdoc/>
    public async Task<WorkflowState?> Query(string instanceId, CancellationToken cancellation = default)
    {
        if (await starts.Find(Ids.Checked(instanceId), cancellation) is not { } start) return null;
        var client = await source.Client(cancellation);
        var instance = await client.GetInstanceAsync(instanceId, getInputsAndOutputs: true, cancellation);
        return await InstanceState.Of(instanceId, start, instance, payloads, cancellation);
    }

    private async Task<RaiseOutcome> Send(string instanceId, InboxEvent message, CancellationToken cancellation)
    {
        var sent = await inbox.Append(Ids.Checked(instanceId), message, knownTail: null, cancellation);
        if (sent.Outcome == AppendOutcome.NoSuchInbox) return RaiseOutcome.NoSuchInstance;
        if (sent.Outcome == AppendOutcome.Closed) return RaiseOutcome.InstanceEnded;
        if (!await HasFailedInDurable(instanceId, cancellation))
        {
            await bells.Ring(instanceId, cancellation);
            return RaiseOutcome.Recorded;
        }

        await desk.Close(new InboxClosing(instanceId, sent.Row!.Position + 1, AtAnyRate: true), cancellation);
        return RaiseOutcome.InstanceEnded;
    }

    /// <summary>True when Durable ended the orchestration over the workflow's head, as when replay and history differ: the
    /// workflow could not close its inbox.</summary>
    private async Task<bool> HasFailedInDurable(string instanceId, CancellationToken cancellation)
    {
        var client = await source.Client(cancellation);
        var instance = await client.GetInstanceAsync(instanceId, getInputsAndOutputs: false, cancellation);
        return instance?.RuntimeStatus is OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;
    }

    private async Task<bool> IsThereSoon(string instanceId, CancellationToken cancellation)
    {
        var client = await source.Client(cancellation);
        for (var waited = TimeSpan.Zero; waited < OtherStarterPatience; waited += OtherStarterPause)
        {
            if (await client.GetInstanceAsync(instanceId, getInputsAndOutputs: false, cancellation) is not null) return true;
            await Task.Delay(OtherStarterPause, cancellation);
        }

        return false;
    }
}
